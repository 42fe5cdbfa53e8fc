import { isActiveOn } from '@domain/org/membershipOn'
import { termNotice } from '@domain/org/termNotice'
import { hasTerm } from '@domain/org/termOf'
import type { Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import { insertOnce } from '../store/insertOnce'

/** Puts before those who run a branch or unit, and the work committee, that a term ends in 6, then in 3 months: each once for a term. */
export async function termNotices(tree: Tree, today: Day, now: number): Promise<number> {
  let made = 0
  for (const organisation of tree.values()) {
    const { _id: branchId, termEndsOn: periodKey } = organisation
    if (!hasTerm(organisation) || periodKey === undefined || !isActiveOn(organisation, today)) continue
    const months = termNotice(organisation, today)
    if (months === null) continue
    const _id = `term_${branchId}_${periodKey}_${months}`
    const notice = {
      _id,
      memberId: '',
      branchId,
      kind: 'term' as const,
      periodKey,
      overdue: false,
      items: [],
    }
    if ((await insertOnce('reminders', { ...notice, at: now, state: 'noted' })) === 'inserted') made += 1
  }
  return made
}
