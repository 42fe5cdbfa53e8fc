import type { Gap } from './gapsOf'

/** Where a message leads: to the page where its one thing is done, to the home page when there are several, to 工作 when it is the branch's. */
export const gapTarget = (items: readonly Gap[]): 'visit' | 'activities' | 'home' | 'work' => {
  if (items.length > 0 && items.every(({ ofBranch }) => ofBranch)) return 'work'
  const [only] = items
  if (!only || items.length > 1) return 'home'
  if (only.doneBy === 'visit') return 'visit'
  return only.doneBy === 'service' ? 'activities' : 'home'
}
