import { oneOf } from './conditions'
import { retry } from '../wx/retry'
import { command, database } from '../wx/sdk'

const { aggregate: $ } = command

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
