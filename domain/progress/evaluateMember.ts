import type { Duty } from '../duty/duty'
import type { Member } from '../org/member'
import type { Evidence } from './evaluate'
import type { Period, Progress } from './progress'

/** Every duty a member has in a period (those of other period kinds are left out), missing first. */
export const evaluateMember = (
  _input: { member: Member; duties: readonly Duty[]; period: Period; now: number } & Evidence,
): Progress[] => {
  throw new Error('todo')
}
