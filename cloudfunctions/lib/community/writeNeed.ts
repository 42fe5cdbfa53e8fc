import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { NEED_DAYS_AHEAD } from '@domain/contract/lists'
import type { Need } from '@domain/fact/need'
import type { Organisation } from '@domain/org/organisation'
import { addDays } from '@domain/time/day'
import { updateAudited } from '../entry/audit/audited'
import { limitNew } from '../entry/limit'
import { aboutPlace } from '../entry/targets'
import { type Context, type Found, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { idFrom } from '../ground/idFrom'
import { findById } from '../store/find'
import { insertOnce } from '../store/insertOnce'

export const ofPlace = ({ placeId }: { placeId: string }, context: Context): Found<Organisation> | null =>
  aboutPlace(placeId, ['community', 'village'], context)

function freshNeed({ contact, ...form }: ParsedRequestOf<'need.write'>, { caller, now }: Context): Need {
  return {
    _id: idFrom(caller.openId, form.nonce),
    ...form,
    ...(contact && { contact }),
    by: nameForRecords(caller),
    at: now,
    withdrawn: null,
    updatedAt: new Date(now),
  }
}

/** A community or village writes down what it would like to have done. A resend makes no second one, also when its last day is over by then. */
export const writeNeed = useCase('need.write', ofPlace, async (form, context) => {
  const { caller, now, today } = context
  const need = freshNeed(form, context)
  const answer = done({ needId: need._id })
  if (await findById('needs', need._id)) return answer
  if (need.until < today || need.until > addDays(today, NEED_DAYS_AHEAD)) return refuse('need_times')
  const refusal = await limitNew('needs', need._id, 'need', { openId: caller.openId, now })
  if (refusal) return refusal
  await insertOnce('needs', need)
  return answer
})

/** 撤回. Deeds taken from it stay whose they are: who has one in hand reads so on it and in the inbox. */
export const withdrawNeed = useCase(
  'need.withdraw',
  ofPlace,
  async ({ needId }, { caller, now }, { _id: placeId }) => {
    const need = await findById('needs', needId)
    if (need?.placeId !== placeId) return refuse('request_gone')
    const answer = done({ needId })
    if (need.withdrawn) return answer
    const by = nameForRecords(caller)
    const telling = { what: 'need' as const, by, at: now, placeId, result: 'withdrawn', key: needId }
    const standing = { _id: needId, withdrawn: null }
    await updateAudited(telling, 'needs', standing, { withdrawn: { at: now, by } })
    return answer
  },
)
