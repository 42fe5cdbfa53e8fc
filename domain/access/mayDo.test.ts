import type { Action } from '../contract/actions'
import type { PostName } from '../contract/words'
import type { Member, Post } from '../org/member'
import { treeOf } from '../org/tree'
import { aBranch, aGroup, aMember, anActivity } from '../testing/builders'
import { accessTable } from './accessTable'
import { mayDo, type Target } from './mayDo'
import type { Person } from './person'

const tree = treeOf([
  aBranch({ _id: 'root', type: 'work_committee', parentId: null }),
  aBranch({ _id: 'unit1', type: 'unit', parentId: 'root' }),
  aBranch({ _id: 'unit2', type: 'unit', parentId: 'root' }),
  aBranch({ parentId: 'unit1' }),
  aBranch({ _id: 'branch2', parentId: 'root' }),
  aBranch({ _id: 'community1', type: 'community', parentId: null }),
  aGroup(),
  aGroup({ _id: 'group2' }),
])
const day = '2026-09-22'
const holder = (_id: string, post?: PostName, organisationId = 'branch1', branchId = 'branch1'): Person => ({
  openId: `o-${_id}`,
  member: aMember({
    _id,
    memberships: [{ branchId, groupId: 'group1', from: '2020-01-01' }],
    posts: post ? [{ post, organisationId, from: '2026-01-01', to: '2026-12-31' }] : [],
  }),
})
const people = {
  stranger: { openId: 'o-stranger' },
  member: holder('m1'),
  neighbour: holder('m9', undefined, 'branch2', 'branch2'),
  secretary: holder('m2', 'secretary'),
  deputy: holder('m3', 'deputy_secretary'),
  officer: holder('m4', 'organisation_officer'),
  publicity: holder('m5', 'publicity_officer'),
  leader: holder('m6', 'group_leader', 'group1'),
  chair: holder('m7'),
  otherSecretary: holder('m8', 'secretary', 'branch2', 'branch2'),
  theorist: holder('m10', 'theory_group_member', 'unit1'),
  unitOfficer: {
    openId: 'o-u',
    grants: [{ role: 'unit_officer', organisationId: 'unit1', from: '2026-01-01' }],
  },
  committee: { openId: 'o-c', grants: [{ role: 'committee', organisationId: 'root', from: '2026-01-01' }] },
  inspector: {
    openId: 'o-i',
    grants: [{ role: 'inspector', organisationId: 'root', from: '2026-01-01' }],
  },
  staff: {
    openId: 'o-s',
    grants: [{ role: 'community_staff', organisationId: 'community1', from: '2026-01-01' }],
  },
} satisfies Record<string, Person>

const allowed = (action: Action, target: Omit<Target, 'day'>, on = day) =>
  (Object.keys(people) as (keyof typeof people)[]).filter((who) =>
    mayDo(action, people[who], { ...target, day: on }, tree),
  )

const runners = ['secretary', 'deputy', 'officer']
const meeting = anActivity({ chairId: 'm7', createdBy: 'm2' })

test('the door of the meeting and binding are open to strangers; nothing else is', () => {
  const open = (Object.keys(accessTable) as Action[]).filter((action) =>
    mayDo(action, people.stranger, { day, branchId: 'branch1', memberId: 'm1', activity: meeting }, tree),
  )
  expect(open).toEqual([
    'identity.me',
    'identity.branches',
    'identity.request',
    'checkin.open',
    'household.open',
    'binding.look',
    'binding.take',
    'binding.byPhone',
    'binding.unbind',
    'binding.firstAdmin',
    'privacy.consent',
  ])
})

test('a meeting is run by the branch and by its chair, recorder or creator', () => {
  for (const action of [
    'activity.board',
    'checkin.tick',
    'checkin.strike',
    'activity.confirmRecord',
  ] as const)
    expect(allowed(action, { activity: meeting })).toEqual([...runners, 'chair'])
})

test('a group meeting is run and planned by the leader of that group as well', () => {
  const own = anActivity({ kind: 'group_meeting', hostId: 'group1', hostType: 'group' })
  const other = anActivity({ kind: 'group_meeting', hostId: 'group2', hostType: 'group' })
  const study = anActivity({ kind: 'study', hostId: 'group1', hostType: 'group' })
  expect(allowed('activity.save', { activity: own })).toEqual([...runners, 'leader'])
  expect(allowed('activity.save', { activity: other })).toEqual(runners)
  expect(allowed('activity.save', { activity: study })).toEqual(runners)
})

test('a service is run by the staff of its community, not by a branch', () => {
  const service = anActivity({
    kind: 'community_service',
    hostId: 'community1',
    branchId: 'community1',
    hostType: 'community',
  })
  expect(allowed('checkin.tick', { activity: service })).toEqual(['staff'])
  expect(allowed('checkin.tick', { activity: { ...service, hostId: 'community2' } })).toEqual([])
})

test('the page of a branch is read by those who run it and its group leaders; above it a closed month is, without its people', () => {
  expect(allowed('progress.branch', { branchId: 'branch1' })).toEqual([...runners, 'leader'])
  expect(allowed('progress.branch', { branchId: 'branch2' })).toEqual(['otherSecretary'])
  expect(allowed('progress.branch', {})).toEqual([])
  const overseers = ['committee', 'inspector']
  for (const action of ['committee.branch', 'committee.meeting'] as const) {
    expect(allowed(action, { branchId: 'branch1' })).toEqual(overseers)
    expect(allowed(action, { branchId: 'branch1', isRunning: true })).toEqual([])
    expect(allowed(action, { branchId: 'branch1', memberId: 'm1' })).toEqual([])
  }
})

test("a member's number is read by the member, their group leader and the branch, by no other member and by nobody above", () => {
  const ofMember = { branchId: 'branch1', groupId: 'group1', memberId: 'm1' }
  expect(allowed('progress.why', ofMember)).toEqual(['member', ...runners, 'leader'])
  expect(allowed('progress.why', { ...ofMember, groupId: 'group2' })).toEqual(['member', ...runners])
})

test("a branch's own number is read by its members and no neighbour", () => {
  const readers = allowed('progress.why', { branchId: 'branch1' })
  expect(readers).toContain('member')
  expect(readers).not.toContain('neighbour')
  expect(readers).not.toContain('otherSecretary')
})

test('requests to bind are decided by the branch, and at the door by who runs the meeting', () => {
  expect(allowed('identity.decide', { branchId: 'branch1' })).toEqual(runners)
  expect(allowed('identity.decide', { branchId: 'branch1', activity: meeting })).toEqual([
    ...runners,
    'chair',
  ])
})

test('a chair, recorder or creator runs a meeting only while belonging to its branch or its unit, or holding something there', () => {
  const chaired = anActivity({ chairId: 'x', recorderId: 'x', createdBy: 'x' })
  const may = (member: Partial<Member>, action: Action = 'activity.board', on = day) =>
    mayDo(
      action,
      { openId: 'o', member: aMember({ _id: 'x', ...member }) },
      { day: on, activity: chaired },
      tree,
    )
  const ended = [{ branchId: 'branch1', from: '2020-01-01', to: '2026-09-21' }]
  const elsewhere = [...ended, { branchId: 'branch2', from: '2026-09-22' }]
  const post: Post = { post: 'secretary', organisationId: 'branch1', from: '2026-01-01' }
  expect(may({})).toBe(true)
  expect(may({ memberships: ended })).toBe(false)
  expect(may({ memberships: ended }, 'activity.board', '2026-09-21')).toBe(true)
  expect(may({ memberships: elsewhere })).toBe(false)
  expect(may({ memberships: elsewhere, posts: [post] })).toBe(true)
  // A post is a member's: off the register nobody holds one.
  expect(may({ memberships: ended, posts: [post] })).toBe(false)
})

test('running a meeting ends with its record for chair, recorder and creator; its record they still read, those of the branch run on', () => {
  const recorded = { ...meeting, state: 'recorded' as const }
  for (const action of ['activity.board', 'checkin.strike', 'activity.setState', 'checkin.backfill'] as const)
    expect(allowed(action, { activity: recorded })).toEqual(runners)
  for (const action of ['activity.record', 'activity.confirmRecord'] as const)
    expect(allowed(action, { activity: recorded })).toEqual([...runners, 'chair'])
})

test('a right ends with the last day of the post', () => {
  const board = { activity: { ...meeting, createdBy: 'someone', chairId: 'm7' } }
  expect(allowed('activity.board', board, '2026-12-31')).toEqual([...runners, 'chair'])
  expect(allowed('activity.board', board, '2027-01-01')).toEqual(['chair'])
})

test('one of several roles is enough to be bound without being a member', () => {
  expect(allowed('progress.home', {})).toEqual(Object.keys(people).filter((who) => who !== 'stranger'))
})

test("a unit's 中心组学习 is planned and run by the unit's officer, and by no branch below it", () => {
  const study = anActivity({
    kind: 'unit_theory_study',
    hostId: 'unit1',
    hostType: 'unit',
    branchId: 'unit1',
    createdBy: 'somebody',
  })
  for (const action of ['activity.save', 'activity.board', 'checkin.tick', 'activity.confirmRecord'] as const)
    expect(allowed(action, { activity: study })).toEqual(['unitOfficer'])
  expect(allowed('activity.prepare', { branchId: 'unit1' })).toEqual(['unitOfficer'])
  expect(allowed('activity.save', { activity: { ...study, hostId: 'unit2', branchId: 'unit2' } })).toEqual([])
  expect(allowed('activity.save', { activity: meeting })).not.toContain('unitOfficer')
})

test("a unit's page and number are read by its officer, its 中心组 and the work committee", () => {
  const readers = ['theorist', 'unitOfficer', 'committee', 'inspector']
  expect(allowed('unit.page', { branchId: 'unit1' })).toEqual(readers)
  expect(allowed('progress.why', { branchId: 'unit1' })).toEqual(readers)
  expect(allowed('unit.page', { branchId: 'unit2' })).toEqual(['committee', 'inspector'])
  expect(allowed('unit.page', { branchId: 'branch1' })).toEqual(['committee', 'inspector'])
  expect(allowed('unit.page', { branchId: 'unit1' }, '2027-01-01')).not.toContain('theorist')
})

test('an inspector reads pages, county, rules, units, registers and the tree, and does nothing', () => {
  const targets: Omit<Target, 'day'>[] = [
    { branchId: 'root' },
    { branchId: 'branch1', groupId: 'group1', memberId: 'm1' },
    { branchId: 'unit1' },
    { placeId: 'community1' },
    { branchId: 'branch1', activity: meeting },
  ]
  const may = (Object.keys(accessTable) as Action[]).filter(
    (action) =>
      !accessTable[action].includes('bound') &&
      !accessTable[action].includes('anyone') &&
      targets.some((target) => mayDo(action, people.inspector, { day, ...target }, tree)),
  )
  expect(may).toEqual([
    'progress.why',
    'progress.span',
    'community.below',
    'list.setting',
    'committee.overview',
    'committee.why',
    'committee.branch',
    'committee.meeting',
    'duty.list',
    'copyOrder.read',
    'factOrder.read',
    'workdays.list',
    'joint.setting',
    'unit.page',
    'roster.list',
    'organisation.tree',
    'organisation.one',
    'paper.ofSpan',
    'paper.factsOfBranch',
    'paper.factRecords',
  ])
})

test('of a closed month a branch’s own sheet goes above it, what tells of single members does not', () => {
  expect(allowed('paper.ofSpan', { branchId: 'branch1' })).toContain('committee')
  for (const more of [{ isRunning: true }, { staysInside: true }]) {
    const may = allowed('paper.ofSpan', { branchId: 'branch1', ...more })
    expect(may).toContain('secretary')
    expect(may.filter((one) => one === 'committee' || one === 'inspector')).toEqual([])
  }
})

test('an import is its own who started it, whatever rights others hold', () => {
  expect(allowed('import.apply', { startedBy: 'o-m2', branchId: 'branch1' })).toEqual(['secretary'])
  expect(allowed('import.apply', { branchId: 'branch1' })).toEqual([])
})

test('what nobody in a branch can answer is the work committee’s above it, and only then', () => {
  for (const action of [
    'identity.decide',
    'binding.decideMany',
    'roster.settleCorrection',
    'roster.setExemption',
  ] as const) {
    const above = allowed(action, { branchId: 'branch1', askedAbove: true })
    expect(above).toContain('committee')
    expect(above.filter((one) => one !== 'committee')).toEqual(allowed(action, { branchId: 'branch1' }))
    expect(allowed(action, { branchId: 'branch1' })).not.toContain('committee')
  }
})
