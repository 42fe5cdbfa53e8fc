import type { Identity } from '@cloud/lib/store/collections/identities'
import type { Role } from '@domain/contract/identity'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { aBranch, aMember } from '@domain/testing/builders'
import { MOMENT, openIdOf } from './people'
import { World } from './world'

export const unitOfficer = 'openid-unit-officer'
export const otherOfficer = 'openid-other-officer'

const unit2: Organisation = aBranch({
  _id: 'unit2',
  type: 'unit',
  name: '县教育局党组',
  parentId: 'county',
  order: 2,
})

const inTheoryGroup = (_id: string, order: number, name: string, to?: string): Member =>
  aMember({
    _id,
    order,
    name,
    alias: `alias-${_id}`,
    posts: [{ post: 'theory_group_member', organisationId: 'unit1', from: '2026-01-01', ...(to && { to }) }],
  })

/** u1, u2 and u3 are the 中心组 of unit1; u4 was until the end of August. c1 is a county leader whose 联系点 is branch1. */
const people: Member[] = [
  inTheoryGroup('u1', 31, '组长同志'),
  inTheoryGroup('u2', 32, '副组长同志'),
  inTheoryGroup('u3', 33, '组员同志'),
  inTheoryGroup('u4', 34, '离任同志', '2026-08-31'),
  aMember({
    _id: 'c1',
    order: 35,
    name: '县领导同志',
    alias: 'alias-c1',
    cadre: 'county',
    memberships: [{ branchId: 'branch2', from: '2020-01-01' }],
    contactPoints: [
      { branchId: 'branch1', from: '2026-01-01' },
      { branchId: 'branch3', from: '2026-01-01', to: '2026-06-30' },
    ],
  }),
]

const bound = (_id: string, overrides: Partial<Identity>): Identity => ({
  _id,
  state: 'bound',
  requestId: `request-${_id}`,
  requestedAt: 1,
  boundAt: 1,
  grants: [],
  updatedAt: new Date(MOMENT),
  ...overrides,
})

const granted = (_id: string, role: Role, organisationId: string): Identity =>
  bound(_id, { name: '学习秘书', grants: [{ role, organisationId, from: '2026-01-01' }] })

/** A local cloud in which unit1 has a 中心组 and unit2 has none; each has an officer. */
export async function worldWithUnits(): Promise<World> {
  const world = await World.start()
  const insert = (name: string, rows: object[]) =>
    world.emulator.database.insertMany(name, rows as Record<string, unknown>[])
  insert('organisations', [unit2])
  insert('members', people)
  insert('identities', [
    granted(unitOfficer, 'unit_officer', 'unit1'),
    granted(otherOfficer, 'unit_officer', 'unit2'),
    ...people.map(({ _id }) => bound(openIdOf(_id), { memberId: _id })),
  ])
  return world
}
