import fc from 'fast-check'
import { rollupBranch } from '../../progress/rollupBranch'
import { at } from '../../testing/at'
import { aBranch, aDuty, aFact, aGroup, aMember, anActivity } from '../../testing/builders'
import { periodByKey } from '../../time/period'
import { treeAsOf } from '../asOf'
import type { Member } from '../member'
import { membershipOn } from '../membershipOn'
import type { Organisation } from '../organisation'
import { placeMember } from '../placeMember'
import { treeOf } from '../tree'
import type { ChangeOf } from './change'
import { planChange } from './planChange'

const on = '2026-09-15'
const county = [
  aBranch({ _id: 'root', type: 'work_committee', parentId: null }),
  aBranch({ _id: 'unit1', type: 'unit', parentId: 'root' }),
  aBranch({ _id: 'branch1', name: '甲党支部' }),
  aBranch({ _id: 'branch2', name: '乙党支部', order: 2 }),
  aBranch({ _id: 'branch3', name: '丙党支部', order: 3 }),
  aGroup({ _id: 'group1', parentId: 'branch1' }),
  aGroup({ _id: 'group2', parentId: 'branch2' }),
]
const merging: ChangeOf<'merge'> = { what: 'merge', organisationId: 'branch1', fromIds: ['branch2'] }
const plan = (
  tree: Organisation[],
  members: Member[],
  change: Parameters<typeof planChange>[0] = merging,
  day = on,
) => {
  const result = planChange(change, { tree: treeOf(tree), members, on: day, newId: 'new1' })
  if (typeof result === 'string') throw new Error(result)
  return result
}
const put = <T extends { _id: string }>(rows: readonly T[], changed: readonly T[]): T[] =>
  rows.map((row) => changed.find(({ _id }) => _id === row._id) ?? row)

const member = (_id: string, branchId: string, groupId?: string) =>
  aMember({ _id, memberships: [{ branchId, ...(groupId && { groupId }), from: '2020-01-01' }] })

test('people and groups go over, the merged branch ends the day before and says where to', () => {
  const people = [
    member('m1', 'branch1', 'group1'),
    member('m2', 'branch2', 'group2'),
    member('m3', 'branch2'),
  ]
  const { organisations, members } = plan(county, people)
  expect(
    organisations.map(({ _id, name, parentId, validTo, mergedInto }) => [
      _id,
      name,
      parentId,
      validTo,
      mergedInto,
    ]),
  ).toEqual([
    ['group2', '乙党支部第一党小组', 'branch1', undefined, undefined],
    ['branch2', '乙党支部', 'unit1', '2026-09-14', 'branch1'],
  ])
  expect(members.map(({ _id, memberships }) => [_id, memberships[1]])).toEqual([
    ['m2', { branchId: 'branch1', groupId: 'group2', from: on }],
    ['m3', { branchId: 'branch1', from: on }],
  ])
})

test('posts of the merged branch end, its groups are led on, 联系点 and transfers point at what goes on', () => {
  const post = (name: 'secretary' | 'group_leader', organisationId: string) => ({
    post: name,
    organisationId,
    from: '2024-01-01',
  })
  const leader = {
    ...member('m2', 'branch2', 'group2'),
    posts: [post('group_leader', 'group2'), post('secretary', 'branch2')],
  }
  const other = {
    ...member('m9', 'branch3'),
    contactPoints: [{ branchId: 'branch2', from: '2026-01-01' }],
    transfer: { toBranchId: 'branch2', askedOn: '2026-09-10', by: 'm8' },
  }
  const [, outside] = [leader, other]
  const { members } = plan(county, [leader, outside])
  expect(members[0]?.posts.map(({ to }) => to)).toEqual([undefined, '2026-09-14'])
  expect(members[1]?.contactPoints).toEqual([
    { branchId: 'branch2', from: '2026-01-01', to: '2026-09-14' },
    { branchId: 'branch1', from: on },
  ])
  expect(members[1]?.transfer?.toBranchId).toBe('branch1')
})

test('two groups of a branch become one', () => {
  const tree = [...county, aGroup({ _id: 'group3', parentId: 'branch1', order: 2 })]
  const change: ChangeOf<'merge'> = { what: 'merge', organisationId: 'group1', fromIds: ['group3'] }
  const { organisations, members } = plan(tree, [member('m1', 'branch1', 'group3')], change)
  expect(organisations.map(({ _id, mergedInto }) => [_id, mergedInto])).toEqual([['group3', 'group1']])
  expect(members[0]?.memberships[1]).toEqual({ branchId: 'branch1', groupId: 'group1', from: on })
  expect(
    planChange({ ...change, fromIds: ['group2'] }, { tree: treeOf(tree), members: [], on, newId: 'n' }),
  ).toBe('wrong_parent')
})

test('only branches go into branches, none into itself, and nobody is moved before a move still to come', () => {
  const refusal = (change: Partial<ChangeOf<'merge'>>, members: Member[] = []) =>
    planChange({ ...merging, ...change }, { tree: treeOf(county), members, on, newId: 'n' })
  expect(refusal({ fromIds: ['branch1'] })).toBe('wrong_parent')
  expect(refusal({ fromIds: ['unit1'] })).toBe('wrong_parent')
  expect(refusal({ fromIds: ['nowhere'] })).toBe('wrong_parent')
  expect(refusal({}, [placeMember(member('m2', 'branch2'), { branchId: 'branch3' }, '2026-10-01')])).toBe(
    'wrong_times',
  )
})

/** Studies of the branches on the 8th of August and of September, their groups' meetings, and who was there. */
const meetings = ['2026-08-08', '2026-09-08'].flatMap((day) =>
  (['branch1', 'branch2', 'branch3', 'group1', 'group2'] as const).map((hostId) => {
    const isGroup = hostId.startsWith('group')
    return anActivity({
      _id: `${hostId}-${day}`,
      kind: isGroup ? 'group_meeting' : 'study',
      hostId,
      hostType: isGroup ? 'group' : 'branch',
      branchId: hostId.replace('group', 'branch'),
      startsAt: at(`${day} 15:00`),
    })
  }),
)
const duties = [
  aDuty(),
  aDuty({
    _id: 'group_meeting@1',
    id: 'group_meeting',
    subject: 'group',
    counts: { what: 'held', kinds: ['group_meeting'] },
  }),
  aDuty({
    _id: 'branch_study@1',
    id: 'branch_study',
    subject: 'branch',
    counts: { what: 'held', kinds: ['study'] },
  }),
]
const now = at('2026-10-20 10:00')

interface World {
  tree: Organisation[]
  members: Member[]
  attended: [string, string][]
}

/** The numbers of a month as the roll-up makes them: the tree of its last day. */
function numbers({ tree, members, attended }: World, key: string) {
  const period = periodByKey(key)
  const then = [...treeAsOf(treeOf(tree), period.to).values()]
  const facts = attended.map(([memberId, activityId]) => {
    const activity = meetings.find(({ _id }) => _id === activityId)
    return aFact({
      memberId,
      activityId,
      branchId: activity?.branchId ?? '',
      activityKind: activity?.kind ?? 'study',
      occurredAt: activity?.startsAt ?? 0,
    })
  })
  return Object.fromEntries(
    then
      .filter(({ type }) => type === 'branch')
      .map((branch) => {
        const groups = then.filter(({ type, parentId }) => type === 'group' && parentId === branch._id)
        const input = { branch, groups, members, duties, period, now, facts, activities: meetings }
        return [branch._id, rollupBranch(input)]
      }),
  )
}

const sum = (
  rows: ReturnType<typeof numbers>,
  of: (row: NonNullable<ReturnType<typeof rollupBranch>>) => number,
) => Object.values(rows).reduce((total, row) => total + (row ? of(row) : 0), 0)

const places = fc.constantFrom(
  ['branch1', 'group1'],
  ['branch1'],
  ['branch2', 'group2'],
  ['branch2'],
  ['branch3'],
)
const worlds = fc
  .record({
    where: fc.array(places, { minLength: 1, maxLength: 12 }),
    went: fc.array(fc.tuple(fc.nat(11), fc.nat(meetings.length - 1)), { maxLength: 40 }),
    transferred: fc.nat(11),
  })
  .map(({ where, went, transferred }) => {
    const members = where.map(([branchId = '', groupId], i) => member(`m${i}`, branchId, groupId))
    const attended = went.flatMap(([m, a]): [string, string][] => {
      const there = meetings[a]
      return members[m] && there ? [[`m${m}`, there._id]] : []
    })
    return { world: { tree: county, members, attended }, transferred: `m${transferred}` }
  })

/** Two branches merged and a member of a third transferred, both in the middle of September. */
function changed({ tree, members, attended }: World, transferred: string): World {
  const moved = members.map((one) =>
    one._id === transferred ? placeMember(one, { branchId: 'branch3' }, '2026-09-10') : one,
  )
  const result = plan(tree, moved)
  return { tree: put(tree, result.organisations), members: put(moved, result.members), attended }
}

test('last month stands as it stood; this month every credit is where its member now is, and heads add up', () => {
  fc.assert(
    fc.property(worlds, ({ world, transferred }) => {
      const after = changed(world, transferred)
      expect(numbers(after, '2026-08')).toEqual(numbers(world, '2026-08'))
      const [before, now] = [numbers(world, '2026-09'), numbers(after, '2026-09')]
      expect(now.branch2).toBeNull()
      expect(sum(now, (row) => row.members)).toBe(world.members.length)
      const done = (rows: ReturnType<typeof numbers>) => sum(rows, (row) => row.duties.member_study?.[0] ?? 0)
      expect(done(now)).toBe(done(before))
      const held = (rows: ReturnType<typeof numbers>) =>
        sum(rows, (row) => row.duties.group_meeting?.[0] ?? 0)
      expect(held(now)).toBe(held(before))
    }),
  )
})

test('cut short anywhere and planned again it comes to the same', () => {
  fc.assert(
    fc.property(worlds, fc.infiniteStream(fc.boolean()), ({ world, transferred }, carriedOut) => {
      const whole = changed(world, transferred)
      const moved = world.members.map((one) =>
        one._id === transferred ? placeMember(one, { branchId: 'branch3' }, '2026-09-10') : one,
      )
      const first = plan(county, moved)
      const some = <T>(rows: T[]) => rows.filter(() => carriedOut.next().value)
      const half = { tree: put(county, some(first.organisations)), members: put(moved, some(first.members)) }
      const rest = plan(half.tree, half.members)
      expect(put(half.members, rest.members)).toEqual(whole.members)
      const again = { tree: put(half.tree, rest.organisations), members: whole.members }
      expect(again.tree).toEqual(whole.tree)
      expect(plan(again.tree, again.members)).toEqual({ organisations: [], members: [] })
    }),
  )
})

test('everybody is in exactly one branch on every day, and in one that exists', () => {
  fc.assert(
    fc.property(worlds, ({ world, transferred }) => {
      const { members, tree } = changed(world, transferred)
      for (const day of ['2026-09-09', '2026-09-10', '2026-09-14', '2026-09-15', '2026-12-31'])
        for (const one of members) {
          const at = membershipOn(one, day)
          const branch = tree.find(({ _id }) => _id === at?.branchId)
          expect(branch?.validTo === undefined || day <= branch.validTo).toBe(true)
          const all = one.memberships.filter(({ from, to }) => from <= day && (to === undefined || day <= to))
          expect(all).toHaveLength(1)
        }
    }),
  )
})
