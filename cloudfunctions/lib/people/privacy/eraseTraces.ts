import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { removeWhere } from '../../store/updateWhere'
import { hashOf } from '../identity/invitation'

/** Deletes all that is kept under OPENIDs, the identities last. */
async function eraseIdentities(openIds: readonly string[]): Promise<void> {
  await removeWhere('attempts', { openId: oneOf(openIds) })
  await removeWhere('consents', { _id: oneOf(openIds) })
  await removeWhere('invitations', { takenBy: oneOf(openIds.map(hashOf)) })
  // Last: until it is gone the person may ask again, should this be cut short.
  await removeWhere('identities', { _id: oneOf(openIds) })
}

/** Deletes a person outside the register: the identity with its name and grants. */
export async function eraseOutsider(openId: string, requestId: string): Promise<void> {
  await removeWhere('feedback', { from: requestId })
  await eraseIdentities([openId])
}

/**
 * What goes at once when a member asks for deletion: binding, consent, credits, messages, what was typed to the secretary and the work
 * committee. The register and the facts are another matter (eraseMember). May be repeated.
 */
export async function eraseTraces(memberId: string): Promise<void> {
  const identities = await find('identities', { memberId }, { fields: ['requestId'] })
  await Promise.all([
    removeWhere('credits', { _id: memberId }),
    removeWhere('reminders', { memberId }),
    removeWhere('corrections', { memberId }),
    removeWhere('invitations', { memberId }),
    removeWhere('feedback', { from: memberId }),
  ])
  if (identities.length > 0) await eraseIdentities(identities.map(({ _id }) => _id))
}
