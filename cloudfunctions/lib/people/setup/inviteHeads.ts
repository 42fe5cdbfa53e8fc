import type { Head } from '@domain/access/headsOf'
import { mayDo } from '@domain/access/mayDo'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { HeadInvitation } from '@domain/contract/setup'
import { isActiveOn } from '@domain/org/membershipOn'
import { type Context, type Found, useCase } from '../../entry/useCase'
import type { Nameable } from '../../store/readPeople'
import { storeInvitations } from '../binding/storeInvitation'
import { unledOf } from '../identity/boundRunners'
import { readHeads, shownHead, unitOf } from './branchHeads'

type Invited = ReadonlyMap<string, Head<Nameable>>

/**
 * Those of the branches that are the caller's to invite for, with whom; the others are as gone as those that never were. A branch that answers for
 * itself by now is none of the work committee's any more.
 */
async function load(
  { branchIds }: ParsedRequestOf<'setup.invite'>,
  context: Context,
): Promise<Found<Invited> | Refusal | null> {
  const { caller, today, tree } = context
  const about = (branchId: string) => ({ day: today, branchId, askedAbove: true })
  const below = [...new Set(branchIds)].filter((id) => {
    const node = tree.get(id)
    return (
      node?.type === 'branch' && isActiveOn(node, today) && mayDo('setup.invite', caller, about(id), tree)
    )
  })
  const unled = await unledOf(below, context)
  const heads = await readHeads(unled, context)
  const invited = new Map(
    unled.flatMap((id) => {
      const [head] = heads.get(id) ?? []
      return head ? [[id, head] as const] : []
    }),
  )
  const [first] = invited.keys()
  if (first !== undefined) return { about: about(first), loaded: invited }
  return below.length > 0 ? refuse('request_gone') : null
}

/** Codes for whoever runs these branches, to be printed and handed over. */
export const inviteHeads = useCase('setup.invite', load, async ({ branchIds, nonce }, context, invited) => {
  const whats = [...invited].map(([organisationId, { member }]) => ({
    organisationId,
    // stored name: kept with the invitation, answered through Names
    name: member.name,
    memberId: member._id,
    asksTail: true,
  }))
  const stored = await storeInvitations(whats, nonce, context)
  if ('reason' in stored) return stored
  const invitations = stored.flatMap(({ what, invitationId, token, codePrefix, until }): HeadInvitation[] => {
    const branchId = what.organisationId
    const head = invited.get(branchId)
    if (!head) return []
    const branch = { id: branchId, name: context.tree.get(branchId)?.name ?? '' }
    const unit = unitOf(branchId, context)
    const code = { invitationId, token, codePrefix, until }
    return [{ ...code, branch, ...(unit && { unit }), ...shownHead(head, context) }]
  })
  const made = new Set(invitations.map(({ branch }) => branch.id))
  return done({ invitations, gone: branchIds.filter((id) => !made.has(id)) })
})
