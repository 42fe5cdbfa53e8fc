import type { Activity } from '@domain/activity/activity'
import { retry } from '../wx/retry'
import { command, database, type Where } from '../wx/sdk'
import { announced, anyOf, atLeast, awaited, oneOf } from './conditions'

const { aggregate: $ } = command

/** Newest first; more than anybody settles in a sitting, the rest shows when these are dealt with. */
const SHOWN = 200
/** Groups of an answer at most: places with their services. */
const GROUPS = 1000

const fields = [
  'title',
  'place',
  'kind',
  'hostId',
  'hostType',
  'state',
  'startsAt',
  'endsAt',
  'reopenedAt',
  'late',
] as const
export type ListedService = Pick<Activity, '_id' | (typeof fields)[number]>
const shown = Object.fromEntries(fields.map((field) => [field, 1]))

/** What of a service its form has. */
export const serviceFormFields = [
  'title',
  'startsAt',
  'endsAt',
  'place',
  'serviceKind',
  'contact',
  'limit',
  'sevenOnes',
] as const

/** What waits for the word of a place, of one service where it is an attendance. */
export interface Waiting {
  hostId: string
  kind: 'attendance' | 'visit' | 'deed'
  activityId?: string
  count: number
}

/** Everything that waits for one of these communities and villages, however old, in one call: counted, not read. */
export async function countWaiting(placeIds: readonly string[], where: Where): Promise<Waiting[]> {
  if (placeIds.length === 0) return []
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({
        hostId: oneOf(placeIds),
        kind: oneOf(['attendance', 'visit', 'deed']),
        confirmed: awaited(),
        annulled: null,
        ...where,
      })
      .group({ _id: { hostId: '$hostId', kind: '$kind', activityId: '$activityId' }, count: $.sum(1) })
      .limit(GROUPS)
      .end(),
  )
  return (list as { _id: Omit<Waiting, 'count'>; count: number }[]).map(({ _id, count }) => ({
    ..._id,
    count,
  }))
}

/**
 * What these communities still have to do with their services: announced and never opened, or a 补录 that waits, however old; of `from` (ms) or
 * later; and those named, for somebody waits there.
 */
export async function readServices(
  communityIds: readonly string[],
  from: number,
  named: readonly string[],
): Promise<ListedService[]> {
  if (communityIds.length === 0) return []
  const branchId = oneOf(communityIds)
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match(
        anyOf(
          { branchId, state: 'published' },
          { branchId, startsAt: atLeast(from), state: announced() },
          { branchId, 'late.asked': atLeast(''), 'late.confirmed': null, state: oneOf(['open', 'closed']) },
          ...(named.length === 0
            ? []
            : [{ _id: oneOf(named), state: oneOf(['open', 'closed', 'recorded']) }]),
        ),
      )
      .sort({ startsAt: -1 })
      .limit(SHOWN)
      .project(shown)
      .end(),
  )
  return list as ListedService[]
}

/** Who enrolled and who came, waiting or not, of each of some services: `activityId kind` → number. */
export async function countTurnout(activityIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (activityIds.length === 0) return new Map()
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ activityId: oneOf(activityIds), kind: oneOf(['attendance', 'enrolment']), annulled: null })
      .group({ _id: { activityId: '$activityId', kind: '$kind' }, count: $.sum(1) })
      .limit(GROUPS)
      .end(),
  )
  type Group = { _id: { activityId: string; kind: string }; count: number }
  return new Map(
    (list as Group[]).map(({ _id: { activityId, kind }, count }) => [`${activityId} ${kind}`, count]),
  )
}

/** What of some time (`within`, ms) counts at a community or village: registrations by service, visits and 实事; counted, not read. */
export async function countConfirmed(
  placeId: string,
  within: unknown,
): Promise<{ services: ReadonlyMap<string, number>; visits: number; deeds: number }> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({
        ...{ hostId: placeId, kind: oneOf(['attendance', 'visit', 'deed']), occurredAt: within },
        ...{ 'confirmed.at': atLeast(0), annulled: null },
      })
      .group({ _id: { kind: '$kind', activityId: '$activityId' }, count: $.sum(1) })
      .limit(GROUPS)
      .end(),
  )
  const groups = list as { _id: Pick<Waiting, 'kind' | 'activityId'>; count: number }[]
  const of = (kind: Waiting['kind']) => groups.filter(({ _id }) => _id.kind === kind)
  const sumOf = (kind: Waiting['kind']) => of(kind).reduce((sum, { count }) => sum + count, 0)
  return {
    services: new Map(of('attendance').map(({ _id: { activityId = '' }, count }) => [activityId, count])),
    visits: sumOf('visit'),
    deeds: sumOf('deed'),
  }
}
