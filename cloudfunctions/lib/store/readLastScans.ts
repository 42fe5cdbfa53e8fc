import { command, database } from '../wx/sdk'
import { retry } from '../wx/retry'
import { atLeast } from './conditions'

interface Scanned {
  _id: string
  at: number
}

/** When each household of a village was last scanned at its door, since `since` (ms, inclusive), by household. */
export async function readLastScans(villageId: string, since: number): Promise<ReadonlyMap<string, number>> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ hostId: villageId, kind: 'visit', occurredAt: atLeast(since), way: 'scan', annulled: null })
      .group({ _id: '$householdId', at: command.aggregate.max('$occurredAt') })
      .limit(20_000)
      .end(),
  )
  return new Map((list as Scanned[]).map(({ _id, at }) => [_id, at]))
}
