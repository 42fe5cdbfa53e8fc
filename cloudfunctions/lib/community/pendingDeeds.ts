import { done } from '@domain/contract/answer'
import { startOfDay } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { aboutPlace } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { atLeast } from '../store/conditions'
import { count } from '../store/find'
import { type Awaited, readAwaited, readDenied } from '../store/readAwaited'
import { NEVER_CAME } from './denyFacts'
import { finishedDeed } from './listDeeds'

/** How long a 没来过 said by mistake is taken back on the page. */
const A_WEEK = 7 * 86_400_000

/** What was done for a community or a village's household and waits for its word. */
export const pendingDeeds = useCase(
  'deed.pending',
  ({ placeId }, context) => aboutPlace(placeId, ['community', 'village'], context),
  async (_request, { tree, names }, { _id }) => {
    const waiting = await readAwaited(_id, 'deed', finishedDeed())
    return done({
      pending: waiting.map(({ fact, member }) => ({
        deedId: fact._id,
        title: fact.detail?.title ?? '',
        name: member ? names.of(member) : '',
        branchName: tree.get(fact.branchId)?.name ?? '',
        finishedAt: Number(fact.detail?.finishedAt ?? fact.occurredAt),
      })),
    })
  },
)

/** As a village reads of a visit. */
export const seenVisit =
  ({ tree, names }: Context) =>
  ({ fact, member, householdNumber }: Awaited) => ({
    name: member ? names.of(member) : '',
    branchName: tree.get(fact.branchId)?.name ?? '',
    number: householdNumber,
    on: fact.occurredOn,
  })

/** The village contact's list: visits entered without the door's code, or whose code came late. */
export const pendingVisits = useCase(
  'household.pending',
  ({ villageId }, context) => aboutPlace(villageId, ['village'], context),
  async (_request, context, { _id, name }) => {
    const { now } = context
    const since = startOfDay(periodOf('month', now).from)
    const [waiting, denied, confirmedThisMonth] = await Promise.all([
      readAwaited(_id, 'visit'),
      readDenied(_id, 'visit', { reason: NEVER_CAME, since: now - A_WEEK }),
      count('facts', {
        ...{ hostId: _id, kind: 'visit', annulled: null },
        ...{ 'confirmed.by': _id, 'confirmed.at': atLeast(since) },
      }),
    ])
    const seen = seenVisit(context)
    const asked = (one: Awaited) => ({ factId: one.fact._id, ...seen(one) })
    return done({
      village: { id: _id, name },
      pending: waiting.map(asked),
      denied: denied.map(asked),
      confirmedThisMonth,
    })
  },
)
