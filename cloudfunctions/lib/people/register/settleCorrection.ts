import { weightOf } from '@domain/access/oneself'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited } from '../../entry/audit/audited'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { Correction } from '../../store/collections/corrections'
import { findById } from '../../store/find'
import { aloneAmong } from '../identity/boundRunners'
import { lastPlaceOf } from './aboutMember'
import { makeOwnChange } from './ownChange'

type Request = ParsedRequestOf<'roster.settleCorrection'>

/** The business of the branch the member belongs to today, or belonged to last; above it for who alone runs it. */
async function load({ correctionId }: Request, context: Context): Promise<Found<Correction> | null> {
  const correction = await findById('corrections', correctionId)
  const member = correction && (await findById('members', correction.memberId))
  const branchId = member ? lastPlaceOf(member, context)?.branchId : correction?.branchId
  if (!correction || !branchId) return null
  const askedAbove = member !== null && (await aloneAmong([member], context)).length > 0
  return { about: { branchId, ...(askedAbove && { askedAbove }) }, loaded: correction }
}

/** A correction a member asked for is settled: its text goes, that it was asked for stays a while. */
export const settleCorrection = useCase(
  'roster.settleCorrection',
  load,
  async ({ correctionId, agree }, context, correction) => {
    const { caller, now } = context
    const { memberId, branchId, field, asked } = correction
    if (agree && weightOf({ what: 'register' }, caller, { memberId }) === 'refused')
      return refuse('needs_second_person')
    const state = agree ? 'done' : 'declined'
    const by = nameForRecords(caller)
    const result = `${field}:${state}`
    const told = { what: 'register' as const, by, at: now, memberId, placeId: branchId, result }
    const where = { _id: correctionId, state: 'open' }
    const change = { state, text: '', asked: undefined }
    if (agree && asked && correction.state === 'open') {
      const telling = { ...told, from: asked.from, to: asked.to, key: correctionId }
      const refusal = await makeOwnChange({ ...correction, asked }, telling, context)
      return refusal ?? done({ correctionId, agreed: agree })
    }
    if (!(await updateAudited({ ...told, key: correctionId }, 'corrections', where, change)))
      return refuse('request_gone')
    return done({ correctionId, agreed: agree })
  },
)
