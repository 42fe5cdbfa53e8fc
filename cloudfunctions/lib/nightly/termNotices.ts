import { isActiveOn } from '@domain/org/membershipOn'
import { termNotice } from '@domain/org/termNotice'
import { hasTerm } from '@domain/org/termOf'
import type { Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import { atMost } from '../store/conditions'
import { find } from '../store/find'
import { insertOnce } from '../store/insertOnce'

/** Puts before those who run a branch or unit, and the work committee, that a term ends in 6, then in 3 months, and that it is over: each once for a term. */
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

/** The night before the last day for an answer, or a weekend earlier. */
const AHEAD = 2 * 86_400_000

/** Puts 投诉建议 before the work committee whose answer is due, and again when it is overdue. */
export async function feedbackNotices(tree: Tree, now: number): Promise<number> {
  const county = [...tree.values()].find(({ type }) => type === 'work_committee')
  if (!county) return 0
  const due = await find('feedback', { state: 'open', dueBy: atMost(now + AHEAD) }, { limit: 20_000 })
  let made = 0
  for (const { _id: periodKey, dueBy } of due) {
    const overdue = dueBy <= now
    const _id = `feedback_${periodKey}_${overdue ? 'overdue' : 'due'}`
    const notice = { _id, memberId: '', branchId: county._id, kind: 'feedback' as const, periodKey, overdue }
    if ((await insertOnce('reminders', { ...notice, items: [], at: now, state: 'noted' })) === 'inserted')
      made += 1
  }
  return made
}
