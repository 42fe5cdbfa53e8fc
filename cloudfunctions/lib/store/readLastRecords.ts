import { announcements } from '@domain/progress/isAnnounced'
import type { Day } from '@domain/time/day'
import { retry } from '../wx/retry'
import { command, database } from '../wx/sdk'
import { between, noneOf, oneOf } from './conditions'

/** Member → the last day of some (both inclusive) with a record of what has happened, of those members who have one. */
export async function readLastRecords(
  memberIds: readonly string[],
  from: Day,
  to: Day,
): Promise<ReadonlyMap<string, Day>> {
  if (memberIds.length === 0) return new Map()
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({
        ...{ memberId: oneOf(memberIds), occurredOn: between(from, to) },
        ...{ kind: noneOf(announcements), annulled: null },
      })
      .group({ _id: '$memberId', on: command.aggregate.max('$occurredOn') })
      .limit(memberIds.length)
      .end(),
  )
  return new Map((list as { _id: string; on: Day }[]).map(({ _id, on }) => [_id, on]))
}
