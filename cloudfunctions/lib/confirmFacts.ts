import type { FactKind } from '@domain/progress/fact'
import { writeAudit } from './audit/writeAudit'
import { nameForRecords } from './caller/whoIsCalling'
import type { Context } from './dispatch/useCase'
import { awaited, not, oneOf } from './wx/conditions'
import { updateAll } from './wx/updateWhere'

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
  const confirmed = await updateAll(
    'facts',
    {
      ...where,
      ...about,
      _id: oneOf(factIds),
      hostId: placeId,
      kind,
      confirmed: awaited(),
      annulled: null,
      memberId: not(caller.member?._id ?? null),
    },
    { confirmed: { at: now, by: placeId } },
  )
  if (confirmed > 0) {
    const by = nameForRecords(caller)
    await writeAudit({ what: 'confirm', by, at: now, placeId, ...about, result: String(confirmed) })
  }
  return confirmed
}
