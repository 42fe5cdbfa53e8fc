import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { isLastCommittee } from '../grants/isLastCommittee'
import { unbind } from '../identity/unbind'
import { lastPlaceOf } from '../roster/aboutMember'
import { find, findById } from '../wx/find'

/** Of whoever stands on the register, or left it from this branch. */
async function load(
  { memberId }: ParsedRequestOf<'binding.release'>,
  context: Context,
): Promise<Found<null> | null> {
  const member = await findById('members', memberId)
  const branchId = member && lastPlaceOf(member, context)?.branchId
  return branchId ? { about: { branchId, memberId }, loaded: null } : null
}

/** Another phone can then be bound. Rights of the county's that this identity held have to be given anew: the new phone has not earned them. */
export const release = useCase('binding.release', load, async ({ memberId }, { caller, now, today }) => {
  const identities = await find('identities', { memberId, state: 'bound' })
  if (identities.length === 0) return refuse('not_bound')
  for (const identity of identities)
    if (await isLastCommittee(identity, today)) return refuse('last_committee')
  for (const identity of identities) await unbind(identity)
  await writeAudit({ what: 'release', by: nameForRecords(caller), at: now, memberId })
  return done({ memberId })
})
