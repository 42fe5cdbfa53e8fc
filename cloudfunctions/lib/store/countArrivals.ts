import { retry } from '../wx/retry'
import { command, database } from '../wx/sdk'
import { anyOf, not, oneOf } from './conditions'

const { aggregate: $ } = command

/** How many of those expected are registered at each activity: nobody struck out, nobody who waits, no guests. */
export async function countArrivals(activityIds: readonly string[]): Promise<Map<string, number>> {
  if (activityIds.length === 0) return new Map()
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ activityId: oneOf(activityIds), kind: 'attendance', annulled: null, guest: not(true) })
      // Without the field nobody's word is awaited; null waits for one.
      .match(anyOf({ confirmed: command.exists(false) }, { confirmed: not(null) }))
      .group({ _id: '$activityId', count: $.sum(1) })
      .end(),
  )
  return new Map((list as { _id: string; count: number }[]).map(({ _id, count }) => [_id, count]))
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
