import type { Duty } from './duty'

/**
 * A duty's name beside all the others of a page or sheet: what members attend is told apart from what their branch holds under the same
 * name (DUTIES row 2 counts both): 参加集中学习 beside 集中学习.
 */
export const attendedLabel = ({ label, subject }: Duty, duties: readonly Duty[]): string =>
  subject === 'member' && duties.some((other) => other.subject !== 'member' && other.label === label)
    ? `参加${label}`
    : label
