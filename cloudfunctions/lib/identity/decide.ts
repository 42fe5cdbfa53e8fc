import type { ParsedRequestOf } from '@domain/contract/actions'
import { rolesOf } from '@domain/access/rolesOf'
import { done, refuse, type Refusal } from '@domain/contract/answer'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { find } from '../wx/find'
import { aboutRequest, decideOne } from './decideOne'
import type { Identity } from './identity'

/** One that is gone (asked anew, or never made) is told only to those who decide at all. */
async function load(
  { requestId }: ParsedRequestOf<'identity.decide'>,
  { caller, today }: Context,
): Promise<Found<Identity> | Refusal | null> {
  const [identity] = await find('identities', { requestId }, { limit: 1 })
  if (!identity) return rolesOf(caller, today).length > 0 ? refuse('request_gone') : null
  return { about: await aboutRequest(identity, today), loaded: identity }
}

export const decide = useCase(
  'identity.decide',
  load,
  async ({ requestId, approve }, context, identity) =>
    (await decideOne(identity, approve, context)) ?? done({ requestId, approved: approve }),
)
