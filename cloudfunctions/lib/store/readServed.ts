import type { Day } from '@domain/time/day'
import type { Period } from '@domain/time/period'
import { retry } from '../wx/retry'
import { command, database } from '../wx/sdk'
import { between, notAwaited } from './conditions'

type Days = Pick<Period, 'from' | 'to'>

const settled = (branchId: string, { from, to }: Days) => ({
  ...{ branchId, occurredOn: between(from, to), confirmed: notAwaited(), annulled: null },
})

/** As many services as one answer gives; the newest are what is asked about. */
const MOST_SERVICES = 1000

/** The newest services of some days at which members of a branch are registered, each once, however many came: its id. */
export async function readServed(branchId: string, days: Days): Promise<string[]> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ ...settled(branchId, days), kind: 'attendance', activityKind: 'community_service' })
      .group({ _id: '$activityId', on: command.aggregate.max('$occurredOn') })
      .sort({ on: -1, _id: 1 })
      .limit(MOST_SERVICES)
      .end(),
  )
  return (list as { _id: string }[]).map(({ _id }) => _id)
}

/** The last day of some on which somebody of a branch was at a household, whoever it was; null: on none of them. */
export async function readLastVisit(branchId: string, days: Days): Promise<Day | null> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ ...settled(branchId, days), kind: 'visit' })
      .group({ _id: null, on: command.aggregate.max('$occurredOn') })
      .end(),
  )
  return (list as { on: Day }[])[0]?.on ?? null
}
