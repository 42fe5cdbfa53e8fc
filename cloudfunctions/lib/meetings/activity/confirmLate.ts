import type { Activity, LateEntry } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import type { Tree } from '@domain/org/tree'
import { updateAudited } from '../../entry/audit/audited'
import { rootOf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { isRegistered, type Roll } from '../../store/readRoll'
import { updateWhere } from '../../store/updateWhere'
import { aboutLate, seenOf } from './lateEntry'

interface Word {
  at: number
  by: string
}

/** The whole waits, not only the names that are marked: minutes, votes and what counts rest on one list of who was there. */
const doubtedBy = (late: LateEntry, word: Word, memberIds: readonly string[]): LateEntry => ({
  ...late,
  doubted: { ...word, ...(memberIds.length > 0 && { memberIds: [...memberIds] }) },
})

/** The 补录 with its yes: an earlier 有出入 is removed. */
function confirmedBy({ doubted: _, ...late }: LateEntry, word: Word): LateEntry {
  return { ...late, confirmed: word }
}

/** Names of others that one has ticked there oneself. */
const hasEntered = ({ attendance }: Roll, by: string): boolean =>
  [...attendance.values()].some((fact) => fact.by === by && fact.memberId !== by)

/** Where both who run the branch have entered names there is nobody left but the work committee. */
async function askAbove({ _id, branchId }: Activity, late: LateEntry, tree: Tree): Promise<void> {
  const root = rootOf(tree)?._id
  if (root === undefined || late.asked !== branchId || tree.get(branchId)?.type === 'unit') return
  const where = { _id, 'late.at': late.at, 'late.confirmed': null }
  await updateWhere('activities', where, { late: { ...late, asked: root } })
}

/** 属实 or 有出入: one word on the roll as it was read, and everything of the 补录 counts. */
export const confirmLate = useCase(
  'activity.confirmLate',
  aboutLate,
  async ({ agree, seen, memberIds = [] }, { caller, now, tree }, { activity, late, roll }) => {
    const { _id, state } = activity
    const answer = done({ activityId: _id, agreed: agree })
    const by = nameForRecords(caller)
    if (late.confirmed) return agree && late.confirmed.by === by ? answer : refuse('request_gone')
    if (effectiveState(activity, now) !== 'closed') return refuse('wrong_state')
    if (hasEntered(roll, by)) {
      await askAbove(activity, late, tree)
      return refuse('witness_is_self')
    }
    if (seen !== seenOf(roll)) return refuse('roll_changed')
    const isOnRoll = (id: string) => isRegistered(roll.attendance.get(id))
    if (memberIds.length > 0 && (agree || !memberIds.every(isOnRoll)))
      return refuse('invalid_request', { path: 'memberIds' })
    const word = { at: now, by }
    const telling = {
      ...{ what: 'late' as const, by, at: now, activityId: _id, placeId: activity.branchId },
      result: agree ? 'yes' : 'no',
      ...(memberIds.length > 0 && { to: { doubted: memberIds } }),
      key: `${late.at} ${[seen, ...memberIds].join(' ')}`,
    }
    const changed = await updateAudited(
      telling,
      'activities',
      { _id, state, 'late.at': late.at, 'late.confirmed': null },
      { late: agree ? confirmedBy(late, word) : doubtedBy(late, word, memberIds) },
    )
    return changed ? answer : refuse('request_gone')
  },
)
