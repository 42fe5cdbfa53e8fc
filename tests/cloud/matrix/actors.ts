import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Role } from '@domain/contract/identity'
import type { OrganisationType, PostName } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import { aMember } from '@domain/testing/builders'
import { nodes, typeOf } from './nodes'

const posts: Partial<Record<PostName, readonly OrganisationType[]>> = {
  secretary: ['branch', 'unit', 'work_committee'],
  deputy_secretary: ['branch', 'unit', 'work_committee'],
  organisation_officer: ['branch', 'unit', 'work_committee'],
  publicity_officer: ['branch'],
  discipline_officer: ['branch'],
  committee_member: ['branch'],
  group_leader: ['group'],
  theory_group_member: ['unit'],
  unit_secretary: ['unit'],
  unit_deputy_secretary: ['unit'],
  unit_committee_member: ['unit'],
}
const grants: Partial<Record<Role, readonly OrganisationType[]>> = {
  unit_officer: ['unit'],
  committee: ['work_committee'],
  inspector: ['work_committee', 'unit', 'branch'],
  community_staff: ['community'],
  village_contact: ['village'],
}

/** Who calls, and as what: a post or a right at a node, or nothing but what the name says. */
export interface Actor {
  name: string
  openId: string
  state: 'bound' | 'unbound'
  memberId?: string
  /** Branch and group the member belongs to. */
  branch?: string
  group?: string
  holds?: { role: string; node: string; inForce: boolean }
}

/** The same right as a secretary's, or none at all: it is enough to see them near the branch. */
const asSecretary = [
  'deputy_secretary',
  'organisation_officer',
  'publicity_officer',
  'discipline_officer',
  'committee_member',
  'unit_secretary',
  'unit_deputy_secretary',
  'unit_committee_member',
]
const near = ['unit1', 'branch1', 'branch1b']
const isTried = (role: string, node: string) => !asSecretary.includes(role) || near.includes(node)

/** The last day that is over; the world's day is 2026-09-22. */
const YESTERDAY = '2026-09-21'
const datesOf = (inForce: boolean) => ({ from: '2024-01-01', ...(!inForce && { to: YESTERDAY }) })

/** Where a right in force would open something: there one that has run out must open nothing. */
const telling = ['county', 'unit0', 'unit1', 'branch1', 'group1', 'community1', 'village1']

export const actors: Actor[] = []
export const members: Member[] = []
export const identities: Identity[] = []

let order = 0
function addMember(_id: string, overrides: Partial<Member>): void {
  order += 1
  const phoneTail = String(1000 + order)
  // Of one length, so that no name is the beginning of another.
  const name = `同志${String(order).padStart(4, '0')}`
  members.push(aMember({ _id, name, order, alias: `alias-${_id}`, phoneTail, ...overrides }))
}
const identity = (_id: string, overrides: Partial<Identity>): Identity => ({
  _id,
  state: 'bound',
  requestId: `request-${_id}`,
  requestedAt: 1,
  boundAt: 1,
  grants: [],
  updatedAt: new Date(1),
  ...overrides,
})
/** The same person once more, for actions after which nobody is who one was. */
export const twin = (openId: string): string => `twin-${openId}`
function bind(openId: string, overrides: Partial<Identity>): void {
  identities.push(
    identity(openId, overrides),
    identity(twin(openId), { ...overrides, memberId: overrides.memberId && twin(overrides.memberId) }),
  )
}

/** A member of a branch that nothing here is about, unless said otherwise. */
function member(name: string, overrides: Partial<Member> = {}, holds?: Actor['holds']): void {
  const openId = `openid-${name}`
  const home: Pick<Member, 'memberships'> = { memberships: [{ branchId: 'branch0', from: '2020-01-01' }] }
  for (const id of [name, twin(name)]) addMember(id, { ...home, ...overrides })
  bind(openId, { memberId: name })
  const memberships = overrides.memberships ?? home.memberships
  const { branchId: branch, groupId: group } = memberships.find(({ to }) => to === undefined) ?? {}
  actors.push({
    name,
    openId,
    state: 'bound',
    memberId: name,
    ...(branch && { branch }),
    ...(group && { group }),
    ...(holds && { holds }),
  })
}

function outsider(name: string, role: Role, node: string, inForce: boolean): void {
  const grant = { role, organisationId: node, ...datesOf(inForce) }
  bind(`openid-${name}`, { name, grants: [grant] })
  actors.push({ name, openId: `openid-${name}`, state: 'bound', holds: { role, node, inForce } })
}

for (const node of nodes)
  for (const inForce of telling.includes(node) ? [true, false] : [true]) {
    const nameOf = (role: string) => `${role}-${node}${inForce ? '' : '-expired'}`
    for (const [post, types] of Object.entries(posts) as [PostName, OrganisationType[]][])
      if (types.includes(typeOf(node)) && isTried(post, node))
        member(
          nameOf(post),
          { posts: [{ post, organisationId: node, ...datesOf(inForce) }] },
          { role: post, node, inForce },
        )
    for (const [role, types] of Object.entries(grants) as [Role, OrganisationType[]][])
      if (types.includes(typeOf(node))) outsider(nameOf(role), role, node, inForce)
  }

const of = (branchId: string, groupId?: string): Partial<Member> => ({
  memberships: [{ branchId, ...(groupId && { groupId }), from: '2020-01-01' }],
})
// Whom the actions are about; a colleague in the same group; members of the branch beside and of another unit.
member('subject', of('branch1', 'group1'))
member('colleague', of('branch1', 'group1'))
member('neighbour', of('branch1b', 'group1b'))
member('foreigner', of('branch2', 'group9'))

/** Until yesterday of the branch that most actions are about; then of another one, or of none. */
const leaving = (...then: Member['memberships']): Partial<Member> => ({
  memberships: [...then, { branchId: 'branch1', groupId: 'group1', from: '2020-01-01', to: YESTERDAY }],
})
// Named in the activities: of the branch today, off the register since yesterday, of another branch since today.
member('chair', of('branch1', 'group2'))
member('recorder', leaving())
member('creator', leaving({ branchId: 'branch2', from: '2026-09-22' }))
// A post is a member's: dates that run on give nothing to who left.
for (const [post, node] of [
  ['secretary', 'branch1'],
  ['group_leader', 'group1'],
  ['theory_group_member', 'unit1'],
] as const)
  member(
    `${post}-left`,
    { ...leaving(), posts: [{ post, organisationId: node, from: '2024-01-01' }] },
    { role: post, node, inForce: false },
  )

// Nobody speaks for these.
addMember('nobody', of('branch1', 'group1'))
addMember('asking', of('branch1', 'group1'))
addMember('released', of('branch1', 'group1'))
identities.push(identity('openid-released', { memberId: 'released' }))

function unbound(name: string, overrides: Partial<Identity> | null): void {
  const openId = `openid-${name}`
  if (overrides) for (const id of [openId, twin(openId)]) identities.push(identity(id, overrides))
  actors.push({ name, openId, state: 'unbound' })
}
unbound('stranger', null)
unbound('requested', { state: 'requested', memberId: 'asking', branchId: 'branch1' })
unbound('declined', { state: 'declined', memberId: 'asking', branchId: 'branch1' })
unbound('unbound', { state: 'unbound' })
