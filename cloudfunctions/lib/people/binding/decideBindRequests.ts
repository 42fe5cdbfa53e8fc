import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { type Context, type Found, useCase } from '../../entry/useCase'
import type { Identity } from '../../store/collections/identities'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { aboutRequest, decideOne } from './decideOne'

type Request = ParsedRequestOf<'binding.decideMany'>

/** Those of the requests that are the caller's to decide; the others are as gone as those that never were. */
async function load({ requestIds }: Request, context: Context): Promise<Found<Identity[]> | Refusal | null> {
  const { caller, today, tree } = context
  const found = await find('identities', { requestId: oneOf(requestIds) }, { limit: requestIds.length })
  if (found.length === 0) return rolesOf(caller, today).length > 0 ? refuse('request_gone') : null
  const asked = await Promise.all(
    // One without digits is answered by itself, with the digits its asker reads out.
    found
      .filter(({ plain }) => !plain)
      .map(async (identity) => ({ identity, about: await aboutRequest(identity, context) })),
  )
  const own = asked.filter(({ about }) => mayDo('binding.decideMany', caller, { day: today, ...about }, tree))
  return own[0] ? { about: own[0].about, loaded: own.map(({ identity }) => identity) } : null
}

export const decideBindRequests = useCase(
  'binding.decideMany',
  load,
  async ({ requestIds, approve }, context, identities) => {
    const decided: string[] = []
    // One after the other: two that name the same member must not both step back.
    for (const identity of identities) {
      const refusal = await decideOne(identity, approve, context)
      if (!refusal) decided.push(identity.requestId)
    }
    return done({ decided, gone: requestIds.filter((id) => !decided.includes(id)) })
  },
)
