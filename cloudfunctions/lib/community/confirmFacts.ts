import { audited, mark } from '../entry/audit/audited'
import { nameForRecords } from '../entry/whoIsCalling'
import type { Context } from '../entry/useCase'
import { awaited, not, oneOf } from '../store/conditions'
import { find } from '../store/find'
import { updateAll } from '../store/updateWhere'
import type { FactKind } from '@domain/contract/words'

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
