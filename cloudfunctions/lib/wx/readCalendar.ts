import type { Activity } from '@domain/activity/activity'
import { AppError } from '../AppError'
import { atLeast, oneOf } from './conditions'
import { retry } from './retry'
import { command, database } from './sdk'

/** A branch holds about a hundred a year. */
const limit = 3000

const { aggregate: $ } = command

/**
 * Activities that serve one of these branches (or communities) and start at `from` (ms) or later, without agenda and key. Of a list of
 * expected people only `memberId`'s own entry is read when one is asked for, nobody's for null: a year of whole lists is most of the bytes.
 */
export async function readCalendar(
  branchIds: readonly string[],
  from: number,
  memberId?: string | null,
): Promise<Activity[]> {
  const own = $.filter({ input: '$expected', as: 'one', cond: $.eq(['$$one.memberId', memberId]) })
  const { list } = await retry(() => {
    const rows = database
      .collection('activities')
      .aggregate()
      .match({ branchId: oneOf(branchIds), startsAt: atLeast(from) })
      .limit(limit + 1)
      .project({ agenda: 0, codeKey: 0, ...(memberId === null && { expected: 0, absences: 0 }) })
    return (memberId ? rows.addFields({ expected: own }) : rows).end()
  })
  if (list.length > limit) throw new AppError('too_many_rows', `more than ${limit} activities of one branch`)
  const lists = { agenda: [], ...(memberId === null && { expected: [], absences: [] }) }
  return (list as Activity[]).map((activity) => ({ ...activity, ...lists }))
}
