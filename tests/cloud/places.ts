import type { Household } from '@cloud/lib/store/collections/households'
import type { Identity } from '@cloud/lib/store/collections/identities'
import { mintActivityCode } from '@domain/checkin/code'
import { householdCode } from '@domain/checkin/staticCode'
import type { Action } from '@domain/contract/actions'
import type { Role } from '@domain/contract/identity'
import type { ServiceForm } from '@domain/contract/service'
import type { LinkedHousehold, Member } from '@domain/org/member'
import { aBranch, aMember } from '@domain/testing/builders'
import { MOMENT, openIdOf } from './people'
import { newNonce, World } from './world'

/** Actions whose access accessOfPlaces.test.ts asks about, with people who stand outside the branches. */
export const isOfPlaces = (action: Action): boolean =>
  /^(service|household|deed|need)\./.test(action) || action === 'reminder.excuse'

/** People outside the register: the staff of two communities, the contacts of two villages. */
export const staff = 'openid-staff'
export const otherStaff = 'openid-staff2'
export const contact = 'openid-contact'
export const otherContact = 'openid-contact2'

export const outsider = (_id: string, name: string, role: Role, organisationId: string): Identity => ({
  _id,
  state: 'bound',
  name,
  requestId: `request-${_id}`,
  requestedAt: 1,
  boundAt: 1,
  grants: [{ role, organisationId, from: '2026-01-01' }],
  updatedAt: new Date(MOMENT),
})

export const doors = { h1: householdCode('door-of-h1-00001'), h2: householdCode('door-of-h2-00002') }

const households: Household[] = [
  { _id: 'h1', number: '07 号', villageId: 'village1', memberIds: ['v1'], doorCode: 'door-of-h1-00001' },
  { _id: 'h2', number: '08 号', villageId: 'village1', memberIds: ['v1'], doorCode: 'door-of-h2-00002' },
]

const linked = (_id: string, name: string, links: LinkedHousehold[]): Member =>
  aMember({
    _id,
    name,
    order: _id === 'v1' ? 60 : 61,
    alias: `alias-${_id}`,
    households: links,
  })

/** v1 is linked with both households; v2's link with the first ended with August. */
const linkedMembers = [
  linked('v1', '走访同志', [
    { householdId: 'h1', from: '2026-01-01' },
    { householdId: 'h2', from: '2026-01-01' },
  ]),
  linked('v2', '从前同志', [{ householdId: 'h1', from: '2026-01-01', to: '2026-08-31' }]),
]

const bound = ({ _id }: Member): Identity => {
  const { name: _, grants: __, ...identity } = outsider(openIdOf(_id), '', 'community_staff', '')
  return { ...identity, memberId: _id, grants: [] }
}

/** What there is besides the branches. */
export const placeRows = {
  organisations: [
    aBranch({ _id: 'community2', type: 'community', name: '滨河社区党委', parentId: 'county' }),
    aBranch({ _id: 'village2', type: 'village', name: '柳林村', parentId: 'county' }),
  ],
  households,
  members: linkedMembers,
  identities: [
    outsider(staff, '方晓云', 'community_staff', 'community1'),
    outsider(otherStaff, '潘玉兰', 'community_staff', 'community2'),
    outsider(contact, '左明礼', 'village_contact', 'village1'),
    outsider(otherContact, '柳大同', 'village_contact', 'village2'),
    ...linkedMembers.map(bound),
  ],
}

/** A local cloud that has communities with staff, villages with contacts, and households with doors. */
export async function worldWithPlaces(): Promise<World> {
  const world = await World.start()
  for (const [name, rows] of Object.entries(placeRows))
    world.emulator.database.insertMany(name, rows as unknown as Record<string, unknown>[])
  return world
}

/** In ten minutes, for two hours. */
export const aService = (overrides: Partial<ServiceForm> = {}): ServiceForm => ({
  communityId: 'community1',
  serviceKind: 'theme',
  title: '清洁家园',
  startsAt: MOMENT + 10 * 60_000,
  endsAt: MOMENT + 130 * 60_000,
  place: '凤凰社区服务中心',
  contact: '方晓云',
  ...overrides,
})

/** Publishes a service and, unless told otherwise, opens it. */
export async function aRunningService(world: World, overrides: Partial<ServiceForm> = {}, open = true) {
  const form = aService(overrides)
  const { activityId } = await world.get(staff, 'service.publish', { nonce: newNonce(), form })
  if (open) await world.get(staff, 'activity.setState', { activityId, to: 'open' })
  const { codeKey = '', posterCode } = await world.get(staff, 'service.board', { activityId })
  const code = () => mintActivityCode({ activityId, codeKey, now: world.now() })
  return { activityId, code, posterCode }
}
