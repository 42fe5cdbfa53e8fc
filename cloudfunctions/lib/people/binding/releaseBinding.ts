import { mayGrant } from '@domain/access/mayGrant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { grantRole } from '@domain/contract/grants'
import { audited } from '../../entry/audit/audited'
import { aboutNothing } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { Identity } from '../../store/collections/identities'
import { find, findById } from '../../store/find'
import { isLastCommittee, unbind } from '../identity/unbind'
import { lastPlaceOf } from '../register/aboutMember'

/** Of whoever stands on the register, or left it from this branch. */
async function load(
  { memberId }: ParsedRequestOf<'binding.release'>,
  context: Context,
): Promise<Found<null> | null> {
  const member = await findById('members', memberId)
  const branchId = member && lastPlaceOf(member, context)?.branchId
  return branchId ? { about: { branchId, memberId }, loaded: null } : null
}

/** Whether an identity holds, or will hold, a right the caller could not take back: a branch does not end what was given above it. */
const holdsFromAbove = ({ grants }: Identity, { caller, today, tree }: Context): boolean =>
  grants.some(({ role, organisationId, to }) => {
    if (to !== undefined && to < today) return false
    const place = tree.get(organisationId)
    const given = grantRole.options.find((one) => one === role)
    return place !== undefined && (!given || !mayGrant(caller, given, place, today, tree))
  })

/**
 * Another phone can then be bound. Rights that this identity held have to be given anew: the new phone has not earned them. So where some
 * were given above, who gave them releases the phone.
 */
export const releaseBinding = useCase('binding.release', load, async ({ memberId }, context) => {
  const { caller, now, today } = context
  const identities = await find('identities', { memberId, state: 'bound' })
  if (identities.length === 0) return refuse('not_bound')
  if (identities.some((identity) => holdsFromAbove(identity, context))) return refuse('rights_from_above')
  for (const identity of identities)
    if (await isLastCommittee(identity, today)) return refuse('last_committee')
  const key = identities.map(({ requestId }) => requestId).join(' ')
  const telling = { what: 'release' as const, by: nameForRecords(caller), at: now, memberId, key }
  await audited(telling, { name: 'identities' }, async (id) => {
    let isEnded = false
    for (const identity of identities) isEnded = (await unbind(identity, today, id)) || isEnded
    return isEnded
  })
  return done({ memberId })
})

/** At any time, the last administrator too: the county then prints a new token (scripts/setupAdmin.ts). */
export const unbindSelf = useCase(
  'binding.unbind',
  aboutNothing,
  async (_request, { caller, now, today }) => {
    const { identity } = caller
    if (identity?.state === 'bound') {
      const { memberId, requestId } = identity
      const about = { ...(memberId && { memberId }), key: requestId }
      const telling = { what: 'unbind' as const, by: nameForRecords(caller), at: now, ...about }
      await audited(telling, { name: 'identities' }, (id) => unbind(identity, today, id))
    }
    return done({ unbound: true as const })
  },
)
