import type { OrganisationChange } from '../../contract/organisation'
import { aBranch, aGroup, aMember } from '../../testing/builders'
import { asOf } from '../asOf'
import type { Member } from '../member'
import type { Organisation } from '../organisation'
import { treeOf } from '../tree'
import type { Planned } from './change'
import { planChange } from './planChange'

const county = [
  aBranch({ _id: 'root', type: 'work_committee', parentId: null }),
  aBranch({ _id: 'unit1', type: 'unit', parentId: 'root', name: '农业农村局党组' }),
  aBranch({ _id: 'unit2', type: 'unit', parentId: 'unit1', name: '种子站党委', order: 4 }),
  aBranch(),
  aBranch({ _id: 'branch2', name: '种子站党支部', order: 7 }),
  aGroup(),
  aGroup({ _id: 'group9', parentId: 'branch2' }),
  aBranch({ _id: 'community1', type: 'community', parentId: null, name: '凤凰社区党委' }),
]
const on = '2026-09-22'
const plan = (change: OrganisationChange, members: Member[] = [], tree: Organisation[] = county, day = on) =>
  planChange(change, { tree: treeOf(tree), members, on: day, newId: 'new1' })
const done = (result: Planned | string): Planned => {
  if (typeof result === 'string') throw new Error(result)
  return result
}
const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('nothing changed')
  return one
}
const found = (type: 'unit' | 'branch' | 'group' | 'village', parentId: string | null, name: string) =>
  ({ what: 'found', type, parentId, name }) as const

describe('something new', () => {
  test('stands last beside the others, from the day on', () => {
    const asked = { ...found('branch', 'unit1', '畜牧站党支部'), countsOnly: true }
    const branch = first(done(plan(asked)).organisations)
    expect(branch).toEqual({
      _id: 'new1',
      type: 'branch',
      isFounded: true,
      parentId: 'unit1',
      name: '畜牧站党支部',
      countsOnly: true,
      order: 8,
      validFrom: on,
    })
    expect(done(plan(found('branch', 'unit1', '畜牧站党支部'), [], [...county, branch]))).toEqual({
      organisations: [],
      members: [],
    })
  })

  test('stands under what may hold it', () => {
    expect(plan(found('branch', 'branch2', '新'))).toBe('wrong_parent')
    expect(plan(found('group', 'unit1', '新'))).toBe('wrong_parent')
    expect(plan(found('branch', null, '新'))).toBe('wrong_parent')
    expect(plan(found('branch', 'nowhere', '新'))).toBe('wrong_parent')
    expect(done(plan(found('village', null, '青山村'))).organisations).toHaveLength(1)
  })

  test('has a name of its own in the county, a group in its branch', () => {
    expect(plan(found('branch', 'root', '种子站党支部'))).toBe('name_taken')
    expect(plan(found('group', 'branch1', '第一党小组'))).toBe('name_taken')
    expect(done(plan(found('group', 'branch1', '第二党小组'))).organisations).toHaveLength(1)
  })
})

describe('a change', () => {
  const edit = (name: string) => ({ what: 'edit', organisationId: 'branch1', name }) as const

  test('leaves what was until the day before', () => {
    const branch = first(done(plan(edit('农业农村局机关党支部'))).organisations)
    expect(asOf(branch, '2026-09-21').name).toBe('农业农村局党支部')
    expect(asOf(branch, '2026-09-21').hasCommittee).toBe(true)
    expect(asOf(branch, on).name).toBe('农业农村局机关党支部')
  })

  test('twice on one day leaves one earlier state; the same again changes nothing', () => {
    const once = first(done(plan(edit('甲党支部'))).organisations)
    const tree = [...county.filter(({ _id }) => _id !== 'branch1'), once]
    expect(done(plan(edit('甲党支部'), [], tree)).organisations).toEqual([])
    expect(done(plan(edit('乙党支部'), [], tree)).organisations[0]?.past).toHaveLength(1)
  })

  test('cannot be made before one that is still to come', () => {
    const later = first(done(plan(edit('十月党支部'), [], county, '2026-10-01')).organisations)
    const tree = [...county.filter(({ _id }) => _id !== 'branch1'), later]
    expect(plan(edit('九月党支部'), [], tree, '2026-09-30')).toBe('wrong_times')
    expect(asOf(later, '2026-09-30').name).toBe('农业农村局党支部')
  })

  test('of place goes anywhere but below itself, and never for a group', () => {
    const move = (organisationId: string, parentId: string) =>
      ({ what: 'move', organisationId, parentId }) as const
    expect(done(plan(move('branch1', 'root'))).organisations[0]).toMatchObject({ parentId: 'root', order: 2 })
    expect(plan(move('unit1', 'unit2'))).toBe('wrong_parent')
    expect(plan(move('group1', 'branch2'))).toBe('wrong_parent')
    expect(plan(move('nowhere', 'root'))).toBe('wrong_parent')
  })
})

describe('split', () => {
  const split = (memberIds: string[], organisationId = 'branch1') =>
    ({ what: 'split', organisationId, name: '新党支部', memberIds }) as const
  const members = ['m1', 'm2', 'm3'].map((_id) => aMember({ _id }))

  test('those named go to a new branch beside, planned again nothing is left to do', () => {
    const whole = done(plan(split(['m1', 'm2']), members))
    expect(whole.organisations).toMatchObject([
      { _id: 'new1', type: 'branch', parentId: 'unit1', validFrom: on },
    ])
    expect(whole.members.map(({ _id, memberships }) => [_id, memberships[1]])).toEqual([
      ['m1', { branchId: 'new1', from: on }],
      ['m2', { branchId: 'new1', from: on }],
    ])
    const half = [first(whole.members), ...members.slice(1)]
    const rest = done(plan(split(['m1', 'm2']), half, [...county, ...whole.organisations]))
    expect(rest.organisations).toEqual([])
    expect(rest.members.map(({ _id }) => _id)).toEqual(['m2'])
  })

  test('a group splits within its branch', () => {
    const { organisations, members: moved } = done(plan(split(['m1'], 'group1'), members))
    expect(organisations).toMatchObject([{ type: 'group', parentId: 'branch1' }])
    expect(moved[0]?.memberships[1]).toEqual({ branchId: 'branch1', groupId: 'new1', from: on })
  })

  test('once it has begun, whoever was taken elsewhere meanwhile is passed over and the others still go', () => {
    const begun = [...county, ...done(plan(split(['m1', 'm2', 'm3']), members)).organisations]
    const gone = aMember({ _id: 'm2', memberships: [{ branchId: 'branch2', from: on }] })
    const leaves = aMember({
      _id: 'm3',
      memberships: [
        { branchId: 'branch1', from: '2020-01-01', to: '2026-09-30' },
        { branchId: 'branch2', from: '2026-10-01' },
      ],
    })
    const asked = split(['m1', 'm2', 'm3', 'erased'])
    const rest = done(plan(asked, [aMember({ _id: 'm1' }), gone, leaves], begun))
    expect(rest.members.map(({ _id }) => _id)).toEqual(['m1'])
    expect(plan(asked, [aMember({ _id: 'm1' }), gone, leaves])).toBe('wrong_times')
  })

  test('nobody of elsewhere is taken along', () =>
    expect(plan(split(['m1', 'm9']), members)).toBe('not_in_branch'))
})

describe('dissolving', () => {
  const dissolve = (organisationId: string) => ({ what: 'dissolve', organisationId }) as const

  test('needs an empty branch, unit or community', () => {
    expect(plan(dissolve('branch1'), [aMember()])).toBe('not_empty')
    expect(plan(dissolve('unit1'))).toBe('not_empty')
    expect(plan(dissolve('root'))).toBe('not_empty')
    expect(plan(dissolve('community1'), [aMember()])).toBe('not_empty')
  })

  test('takes the groups of a branch along, and every post there', () => {
    const gone = aMember({
      memberships: [{ branchId: 'branch1', from: '2020-01-01', to: '2026-09-21' }],
      posts: [{ post: 'secretary', organisationId: 'branch1', from: '2024-01-01' }],
    })
    const { organisations, members } = done(plan(dissolve('branch1'), [gone]))
    expect(organisations.map(({ _id, validTo }) => [_id, validTo])).toEqual([
      ['group1', '2026-09-21'],
      ['branch1', '2026-09-21'],
    ])
    expect(members[0]?.posts[0]?.to).toBe('2026-09-21')
  })

  test('leaves a group’s people in the branch', () => {
    const { members } = done(plan(dissolve('group1'), [aMember()]))
    expect(members[0]?.memberships[1]).toEqual({ branchId: 'branch1', from: on })
  })
})
