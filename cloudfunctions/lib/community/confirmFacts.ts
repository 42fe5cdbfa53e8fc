import { effectiveState } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import type { FactKind } from '@domain/contract/words'
import { audited, mark } from '../entry/audit/audited'
import { aboutPlace, aboutService } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { awaited, not, oneOf } from '../store/conditions'
import { find } from '../store/find'
import { updateAll } from '../store/updateWhere'
import { finishedDeed } from './listDeeds'

interface Batch {
  /** The community or village whose word it is. */
  placeId: string
  kind: FactKind
  factIds: readonly string[]
  activityId?: string
  /** What else must be true of each. */
  where?: Record<string, unknown>
}

/**
 * The beneficiary side's yes to a batch. Conditional, so that repeating it, or two phones at once, confirms and audits once; ids of other
 * places or kinds meet no condition. Nobody confirms one's own: staff may be members too.
 */
export async function confirmFacts(batch: Batch, { caller, now }: Context): Promise<number> {
  const { placeId, kind, factIds, activityId, where = {} } = batch
  const about = activityId === undefined ? {} : { activityId }
  const waiting = {
    ...where,
    ...about,
    hostId: placeId,
    kind,
    confirmed: awaited(),
    annulled: null,
    memberId: not(caller.member?._id ?? null),
  }
  const found = await find('facts', { ...waiting, _id: oneOf(factIds) }, { fields: [] })
  const ids = found.map(({ _id }) => _id).sort()
  if (ids.length === 0) return 0
  const by = nameForRecords(caller)
  const telling = {
    what: 'confirm' as const,
    by,
    at: now,
    placeId,
    ...about,
    result: String(ids.length),
    key: ids.join(' '),
  }
  let confirmed = 0
  await audited(telling, { name: 'facts', ids }, async (id) => {
    const change = { confirmed: { at: now, by: placeId }, ...mark(id) }
    confirmed = await updateAll('facts', { ...waiting, _id: oneOf(ids) }, change)
    return confirmed > 0
  })
  return confirmed
}

export const confirmDeeds = useCase(
  'deed.confirm',
  ({ placeId }, context) => aboutPlace(placeId, ['community', 'village'], context),
  async ({ deedIds }, context, { _id: placeId }) => {
    const batch = { placeId, kind: 'deed' as const, factIds: deedIds, where: finishedDeed() }
    return done({ confirmed: await confirmFacts(batch, context) })
  },
)

/** 确认到场. Terms limit entering, not confirming: who is on the list may be confirmed at any time, also when the service is recorded. */
export const confirmService = useCase(
  'service.confirm',
  aboutService,
  async ({ factIds }, context, service) => {
    const { _id: activityId, hostId: placeId } = service
    const state = effectiveState(service, context.now)
    if (state === 'draft' || state === 'published' || state === 'cancelled') return refuse('wrong_state')
    const confirmed = await confirmFacts({ placeId, kind: 'attendance', factIds, activityId }, context)
    return done({ activityId, confirmed })
  },
)

export const confirmVisits = useCase(
  'household.confirm',
  ({ villageId }, context) => aboutPlace(villageId, ['village'], context),
  async ({ factIds }, context, { _id: placeId }) =>
    done({ confirmed: await confirmFacts({ placeId, kind: 'visit', factIds }, context) }),
)
