import type { Activity } from '@domain/activity/activity'
import { AppError } from '../AppError'
import { after, atLeast, oneOf } from './conditions'
import { readInPages } from './readInPages'
import { retry } from './retry'
import { command, database } from './sdk'

const { aggregate: $ } = command

type Listed = Pick<Activity, '_id'> & { expected: string[] }

/** A list of 500 ids is some 35 KB. */
const PAGE = 20
const MOST = 2000

/** Who is expected at what these branches have announced and not closed, of what starts at `from` (ms) or later: activity → member ids. */
export async function readExpected(
  branchIds: readonly string[],
  from: number,
): Promise<ReadonlyMap<string, string[]>> {
  const where = { branchId: oneOf(branchIds), state: oneOf(['published', 'open']), startsAt: atLeast(from) }
  const rows = await readInPages({ page: PAGE, most: MOST }, async (last, limit) => {
    const { list } = await retry(() =>
      database
        .collection('activities')
        .aggregate()
        .match(where)
        .match({ _id: after(last) })
        .sort({ _id: 1 })
        .limit(limit)
        .project({ expected: '$expected.memberId' })
        .end(),
    )
    return list as Listed[]
  })
  if (!rows) throw new AppError('too_many_rows', `more than ${MOST} announced activities of one branch`)
  return new Map(rows.map(({ _id, expected }) => [_id, expected]))
}

/** How many are expected at each of some activities. */
export async function countExpected(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match({ _id: oneOf(ids) })
      .limit(ids.length)
      .project({ expected: $.size('$expected') })
      .end(),
  )
  return new Map((list as { _id: string; expected: number }[]).map(({ _id, expected }) => [_id, expected]))
}
