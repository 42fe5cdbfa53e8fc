import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import type { Found } from '../dispatch/useCase'
import { useCase } from '../dispatch/useCase'
import type { Correction } from '../privacy/storedCorrection'
import { findById } from '../wx/find'
import { updateWhere } from '../wx/updateWhere'

type Request = ParsedRequestOf<'roster.settleCorrection'>

async function load({ correctionId }: Request): Promise<Found<Correction> | null> {
  const correction = await findById('corrections', correctionId)
  return correction && { about: { branchId: correction.branchId }, loaded: correction }
}

/** A correction a member asked for is settled: its text goes, that it was asked for stays a while. */
export const settleCorrection = useCase(
  'roster.settleCorrection',
  load,
  async ({ correctionId, agree }, { caller, now }, { memberId, branchId, field }) => {
    const state = agree ? 'done' : 'declined'
    const settled = await updateWhere(
      'corrections',
      { _id: correctionId, state: 'open' },
      { state, text: '' },
    )
    if (!settled) return refuse('request_gone')
    const by = nameForRecords(caller)
    await writeAudit({
      what: 'register',
      by,
      at: now,
      memberId,
      placeId: branchId,
      result: `${field}:${state}`,
    })
    return done({ correctionId, agreed: agree })
  },
)
