import { rolesOf } from '@domain/access/rolesOf'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { type Context, type Found, useCase } from '../../entry/useCase'
import type { Identity } from '../../store/collections/identities'
import { find } from '../../store/find'
import { readUnchecked, withCode } from '../identity/unchecked'
import { aboutRequest, decideOne } from './decideOne'

/** One that is gone (asked anew, or never made) is told only to those who decide at all. */
async function load(
  { requestId }: ParsedRequestOf<'identity.decide'>,
  context: Context,
): Promise<Found<Identity[]> | Refusal | null> {
  const { caller, today } = context
  const asked = (await readUnchecked(requestId)) ?? (await find('identities', { requestId }, { limit: 1 }))
  const [identity] = asked
  if (!identity) return rolesOf(caller, today).length > 0 ? refuse('request_gone') : null
  return { about: await aboutRequest(identity, context), loaded: asked }
}

export const decideBindRequest = useCase(
  'identity.decide',
  load,
  async ({ requestId, approve, code }, context, asked) => {
    const [first] = asked
    const chosen = first?.plain && approve ? withCode(asked, code) : first
    if (!chosen || 'reason' in chosen) return chosen ?? refuse('request_gone')
    const about = approve ? [chosen] : asked
    for (const identity of about) {
      const refusal = await decideOne(identity, approve, context)
      if (refusal) return refusal
    }
    return done({ requestId, approved: approve })
  },
)
