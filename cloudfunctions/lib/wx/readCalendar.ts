import type { Activity } from '@domain/activity/activity'
import { AppError } from '../AppError'
import { anyOf, atLeast, oneOf } from './conditions'
import { retry } from './retry'
import { command, database } from './sdk'

/** A branch holds about a hundred a year. */
const limit = 3000

const { aggregate: $ } = command

interface Reading {
  /** Of lists of expected people only this member's own entry is read, nobody's for null: a year of whole lists is most of the bytes. */
  memberId?: string | null
  /** Also what these people lecture at, wherever it is: it counts for the lecturer. */
  lecturerIds?: readonly string[]
}

/** Activities that serve one of these branches (or communities, or units) and start at `from` (ms) or later, without agenda and key. */
export async function readCalendar(
  branchIds: readonly string[],
  from: number,
  { memberId, lecturerIds = [] }: Reading = {},
): Promise<Activity[]> {
  const own = $.filter({ input: '$expected', as: 'one', cond: $.eq(['$$one.memberId', memberId]) })
  const since = { startsAt: atLeast(from) }
  const ofBranches = { branchId: oneOf(branchIds), ...since }
  const where =
    lecturerIds.length === 0 ? ofBranches : anyOf(ofBranches, { lecturerId: oneOf(lecturerIds), ...since })
  const { list } = await retry(() => {
    const rows = database
      .collection('activities')
      .aggregate()
      .match(where)
      .limit(limit + 1)
      .project({ agenda: 0, codeKey: 0, ...(memberId === null && { expected: 0, absences: 0 }) })
    return (memberId ? rows.addFields({ expected: own }) : rows).end()
  })
  if (list.length > limit) throw new AppError('too_many_rows', `more than ${limit} activities of one branch`)
  const lists = { agenda: [], ...(memberId === null && { expected: [], absences: [] }) }
  return (list as Activity[]).map((activity) => ({ ...activity, ...lists }))
}
