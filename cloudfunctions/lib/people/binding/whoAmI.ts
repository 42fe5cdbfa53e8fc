import { rolesOf } from '@domain/access/rolesOf'
import type { ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { Named } from '@domain/contract/shared'
import { communityIdsOn } from '@domain/org/communities'
import { isGranted } from '@domain/org/exemptions'
import type { Member } from '@domain/org/member'
import { membershipOn, postsOn } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import { enterFrom } from '@domain/time/entryDeadline'
import { hasConsented } from '../../entry/callerFor'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { checkCodeOf } from '../identity/unchecked'
import { householdsOf } from '../register/registerChoices'

type Me = ResponseOf<'identity.me'>
type Bound = Extract<Me, { state: 'bound' }>

const named = (tree: Tree, id: string | undefined): Named | undefined => {
  const node = id === undefined ? undefined : tree.get(id)
  return node && { id: node._id, name: node.name }
}

/** What the member sees of oneself. The key goes to this member's own phone and nowhere else. */
async function aboutMember(member: Member, context: Context): Promise<Omit<Bound, 'state' | 'roles'>> {
  const { tree, today, now, calendar } = context
  const membership = membershipOn(member, today)
  const branch = named(tree, membership?.branchId)
  const group = named(tree, membership?.groupId)
  const community = named(tree, communityIdsOn(member, today)[0])
  const theoryGroups = postsOn(member, today).flatMap(({ post, organisationId }) =>
    post === 'theory_group_member' ? (named(tree, organisationId) ?? []) : [],
  )
  return {
    memberId: member._id,
    // stored name: one’s own
    name: member.name,
    standing: member.standing,
    ...(branch && { branch }),
    ...(group && { group }),
    ...(community && { community }),
    households: await householdsOf(member, context),
    enterFrom: enterFrom(now, calendar),
    exemptions: member.exemptions.filter(isGranted),
    ...(theoryGroups.length > 0 && { theoryGroups }),
    member: { alias: member.alias, codeKey: member.codeKey },
  }
}

function aboutOutsider({ caller }: Context): Omit<Bound, 'state' | 'roles'> {
  return { name: caller.identity?.name ?? '', households: [], exemptions: [] }
}

function rolesHeld({ caller, today, tree }: Context): Bound['roles'] {
  return rolesOf(caller, today).flatMap(({ role, organisationId }) => {
    const organisation = named(tree, organisationId)
    return organisation ? [{ role, organisation }] : []
  })
}

/** Without a consent that is still good: whom the identity speaks for, and nothing else. */
const bare = (name: string): Bound => ({ state: 'bound', name, households: [], exemptions: [], roles: [] })

async function bound(context: Context): Promise<Bound> {
  const { member, identity } = context.caller
  // stored name: one’s own
  if (!hasConsented(context.caller)) return bare(member?.name ?? identity?.name ?? '')
  const self = member ? await aboutMember(member, context) : aboutOutsider(context)
  return { state: 'bound', ...self, roles: rolesHeld(context) }
}

export const whoAmI = useCase('identity.me', aboutNothing, async (_request, context) => {
  const { identity, requested, consent } = context.caller
  const agreed = consent ? { consent: consent.version } : {}
  if (identity?.state === 'bound') return done<Me>({ ...(await bound(context)), ...agreed })
  if (identity?.state !== 'requested') return done<Me>({ state: 'stranger', ...agreed })
  const branchName = named(context.tree, identity.branchId)?.name ?? ''
  const { requestedAt, requestId, plain } = identity
  // Of one without digits what was typed, so that nothing tells whether there is such a person.
  // stored name: whom one has named oneself
  const name = plain?.name ?? requested?.name ?? ''
  const code = plain ? { checkCode: checkCodeOf(requestId) } : {}
  return done<Me>({ state: 'requested', name, branchName, requestedAt, ...code, ...agreed })
})
