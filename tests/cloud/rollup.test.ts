import type { StoredRollup } from '@cloud/lib/store/collections/rollups'
import type { RollupState } from '@cloud/lib/store/collections/settings'
import type { Member } from '@domain/org/member'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { MOMENT } from './people'
import { RollupCloud } from './rollupCloud'

const MINUTE = 60_000

let cloud: RollupCloud
beforeEach(async () => {
  cloud = await RollupCloud.start()
})
afterEach(() => cloud.stop())

const study = (_id: string, over: Partial<Parameters<typeof anActivity>[0]> = {}) =>
  anActivity({ _id, kind: 'study', nonce: `nonce-${_id}`, ...over })
const attends = (activityId: string, memberId: string, branchId = 'branch1') =>
  aFact({ _id: `${activityId}_${memberId}`, activityId, activityKind: 'study', memberId, branchId })
const september = (branchId: string, duty: string) =>
  cloud.find<StoredRollup>('rollups', { _id: '2026-09' })[0]?.branches[branchId]?.[duty]
/** So long after what was written that only the run itself sees it, not the next one again. */
const settled = async () => {
  cloud.emulator.clock.advance(3 * MINUTE)
  const report = await cloud.run()
  cloud.emulator.clock.advance(10 * MINUTE)
  return report
}
const state = () => cloud.find<RollupState>('settings', { _id: 'rollup' })[0]

test('the first run computes every branch in every period of the year that has begun', async () => {
  await cloud.insertOnce('activities', study('a1'))
  await cloud.insertOnce('facts', attends('a1', 'm1'))
  const report = await cloud.run()
  const ended = cloud.emulator.clock.now()
  expect(report).toEqual({
    state: 'done',
    isFull: true,
    branches: 3,
    differences: 0,
    failed: 0,
  })
  expect(september('branch1', 'branch_study')).toEqual([1, 1])
  expect(september('branch1', 'member_study')).toEqual([1, 12])
  expect(september('branch1', 'group_meeting')).toEqual([0, 3])
  expect(september('branch3', 'committee_meeting')).toBeUndefined()
  expect(Object.keys(cloud.numbers())).toHaveLength(9 + 3 + 2 + 1)
  expect(cloud.numbers()).toEqual(cloud.recomputed())
  for (const { watermark } of cloud.find<StoredRollup>('rollups')) {
    expect(watermark).toBeGreaterThanOrEqual(MOMENT)
    expect(watermark).toBeLessThanOrEqual(ended)
  }
})

test('nothing changed: no branch is computed, no fact is read but by the probe, and the numbers are the same bytes', async () => {
  await cloud.insertOnce('facts', attends('a1', 'm1'))
  cloud.emulator.clock.advance(3 * MINUTE)
  await cloud.run()
  const before = JSON.stringify(cloud.numbers())
  cloud.emulator.clock.advance(10 * MINUTE)
  cloud.wire.heal()
  expect(await cloud.run()).toMatchObject({ isFull: false, branches: 0 })
  const reads = cloud.wire.passed
  expect(reads.filter((name) => ['facts', 'activities', 'members'].includes(name))).toHaveLength(3)
  expect(reads.length).toBeLessThanOrEqual(10)
  expect(JSON.stringify(cloud.numbers())).toBe(before)
  const [document] = cloud.find<StoredRollup>('rollups', { _id: '2026-09' })
  expect(document?.watermark).toBeGreaterThanOrEqual(MOMENT + 10 * MINUTE)
})

test('a registration touches its own branch only', async () => {
  await cloud.run()
  cloud.emulator.clock.advance(10 * MINUTE)
  await cloud.insertOnce('activities', study('a1'))
  await cloud.insertOnce('facts', attends('a1', 'm1'))
  cloud.emulator.clock.advance(MINUTE)
  expect(await cloud.run()).toMatchObject({ isFull: false, branches: 1 })
  expect(september('branch1', 'member_study')).toEqual([1, 12])
})

test('what was written in the two minutes before the watermark is looked at again', async () => {
  await cloud.run()
  cloud.emulator.clock.advance(10 * MINUTE)
  // Arrived late: its date is before the run, the run did not see it.
  const { watermark = 0 } = state() ?? {}
  cloud.emulator.database.insertMany('facts', [
    {
      ...attends('a1', 'm1'),
      kind: 'tick',
      _id: 'dues_m1_2026-09',
      dutyId: 'dues',
      periodKey: '2026-09',
      updatedAt: new Date(watermark - 119_000),
    },
  ])
  expect(await cloud.run()).toMatchObject({ branches: 1 })
  expect(september('branch1', 'dues')).toEqual([1, 12])
})

test('an open meeting that closes by itself is held, though nothing is written', async () => {
  const startsAt = MOMENT - 60 * MINUTE
  const open = study('a1', { state: 'open', startsAt, endsAt: MOMENT + 60 * MINUTE })
  await cloud.insertOnce('activities', open)
  await cloud.run()
  expect(september('branch1', 'branch_study')).toEqual([0, 1])
  cloud.emulator.clock.set(MOMENT + 4 * 60 * MINUTE - 1000)
  await cloud.run()
  expect(september('branch1', 'branch_study')).toEqual([0, 1])
  cloud.emulator.clock.set(MOMENT + 4 * 60 * MINUTE + 9 * MINUTE)
  expect(await cloud.run()).toMatchObject({ branches: 1 })
  expect(september('branch1', 'branch_study')).toEqual([1, 1])
})

test('cancelling a service takes it from everyone who was there, whatever their branch', async () => {
  const service = anActivity({
    _id: 's1',
    kind: 'community_service',
    hostId: 'community1',
    hostType: 'community',
    branchId: 'community1',
    state: 'closed',
  })
  await cloud.insertOnce('activities', service)
  for (const [memberId, branchId] of [
    ['m1', 'branch1'],
    ['n1', 'branch2'],
  ] as const)
    await cloud.insertOnce('facts', {
      ...attends('s1', memberId, branchId),
      activityKind: 'community_service',
    })
  await settled()
  expect([september('branch1', 'community_service'), september('branch2', 'community_service')]).toEqual([
    [1, 12],
    [1, 2],
  ])
  await cloud.updateWhere('activities', { _id: 's1' }, { state: 'cancelled' })
  expect(await cloud.run()).toMatchObject({ isFull: false, branches: 2 })
  expect([september('branch1', 'community_service'), september('branch2', 'community_service')]).toEqual([
    [0, 12],
    [0, 2],
  ])
})

test('a member who moves changes both branches, and takes along what was done before', async () => {
  await cloud.insertOnce('activities', study('a1'))
  await cloud.insertOnce('activities', study('a2', { hostId: 'branch2', branchId: 'branch2' }))
  await cloud.insertOnce('facts', attends('a1', 'm4'))
  await settled()
  const [member] = cloud.find<Member>('members', { _id: 'm4' })
  const memberships = [
    { ...member!.memberships[0]!, to: '2026-09-21' },
    { branchId: 'branch2', from: '2026-09-22' },
  ]
  await cloud.updateWhere('members', { _id: 'm4' }, { memberships })
  expect(await settled()).toMatchObject({ isFull: false, branches: 2 })
  expect(september('branch1', 'member_study')).toEqual([0, 11])
  expect(september('branch2', 'member_study')).toEqual([1, 3])
  expect(cloud.numbers()).toEqual(cloud.recomputed())
  // It stands under the old branch and counts in the new one.
  await cloud.updateWhere('facts', { _id: 'a1_m4' }, { annulled: { at: 1, by: 'm1', reason: '' } })
  expect(await cloud.run()).toMatchObject({ branches: 2 })
  expect(september('branch2', 'member_study')).toEqual([0, 3])
})

test('an exemption from an earlier day on lifts what was owed in the months before', async () => {
  await settled()
  const exemptions = [{ category: 'health', from: '2026-07-01' }]
  await cloud.updateWhere('members', { _id: 'n2' }, { exemptions })
  expect(await cloud.run()).toMatchObject({ isFull: false, branches: 1 })
  expect(cloud.numbers()['2026-07']?.branches.branch2?.community_service).toEqual([0, 1])
  expect(cloud.numbers()).toEqual(cloud.recomputed())
})

test('a record for a month that is over changes that month, its quarter, half-year and year', async () => {
  await cloud.run()
  const before = cloud.numbers()
  cloud.emulator.clock.advance(10 * MINUTE)
  const occurredAt = at('2026-05-20 15:00')
  await cloud.insertOnce('activities', study('a1', { startsAt: occurredAt, endsAt: occurredAt + MINUTE }))
  await cloud.insertOnce('facts', { ...attends('a1', 'm1'), occurredAt, occurredOn: '2026-05-20' })
  await cloud.insertOnce('facts', {
    ...attends('', 'm1'),
    _id: 'dues_m1_2026-04',
    kind: 'tick',
    dutyId: 'dues',
    periodKey: '2026-04',
    occurredOn: '2026-09-22',
  })
  await cloud.run()
  const after = cloud.numbers()
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]),
  )
  expect(changed).toEqual(['2026-04', '2026-05'])
  expect(cloud.numbers()).toEqual(cloud.recomputed())
})

test('a new day computes everything and counts what the runs before had missed', async () => {
  await cloud.run()
  cloud.emulator.database.insertMany('facts', [
    // Written behind the roll-up's back: a date nobody looks at any more.
    {
      ...attends('', 'n1', 'branch2'),
      _id: 'dues_n1_2026-09',
      kind: 'tick',
      dutyId: 'dues',
      periodKey: '2026-09',
      updatedAt: new Date(0),
    },
  ])
  cloud.emulator.clock.set(at('2026-09-22 23:50'))
  expect(await cloud.run()).toMatchObject({ isFull: false, branches: 0 })
  expect(september('branch2', 'dues')).toEqual([0, 2])
  cloud.emulator.clock.set(at('2026-09-23 00:00'))
  expect(await cloud.run()).toMatchObject({ isFull: true, branches: 3, differences: 1 })
  expect(september('branch2', 'dues')).toEqual([1, 2])
  expect(cloud.find<StoredRollup>('rollups', { _id: '2026-09' })[0]).toMatchObject({ differences: 1 })
  cloud.emulator.clock.set(at('2026-09-24 00:00'))
  expect(await cloud.run()).toMatchObject({ isFull: true, differences: 0 })
  expect(cloud.find<StoredRollup>('rollups').map(({ differences }) => differences)).toEqual(
    Array.from({ length: 15 }, () => 0),
  )
})

test('a new month begins with every branch in it', async () => {
  await cloud.run()
  cloud.emulator.clock.set(at('2026-10-01 00:00:01'))
  await cloud.run()
  expect(Object.keys(cloud.numbers()['2026-10']?.branches ?? {})).toHaveLength(3)
  expect(cloud.numbers()).toEqual(cloud.recomputed())
})

test('an edited rule or organisation computes everything anew, and is no surprise', async () => {
  await cloud.run()
  cloud.emulator.clock.advance(10 * MINUTE)
  await cloud.updateWhere('organisations', { _id: 'branch3' }, { hasCommittee: true })
  expect(await cloud.run()).toMatchObject({ isFull: true, branches: 3, differences: 0 })
  expect(september('branch3', 'committee_meeting')).toEqual([0, 1])
})

test('two at a time: one is busy; a lease left by a dead run ends by itself, and so does one from a clock put back', async () => {
  const reports = await Promise.all([cloud.run(), cloud.run()])
  expect(reports.map(({ state: word }) => word).sort()).toEqual(['busy', 'done'])
  const lease = { leaseUntil: cloud.now() + 60_000 }
  await cloud.updateWhere('settings', { _id: 'rollup' }, lease)
  expect(await cloud.run()).toMatchObject({ state: 'busy' })
  cloud.emulator.clock.advance(61_000)
  expect(await cloud.run()).toMatchObject({ state: 'done' })
  await cloud.updateWhere('settings', { _id: 'rollup' }, { leaseUntil: cloud.now() + 30 * 60_000 })
  expect(await cloud.run()).toMatchObject({ state: 'done' })
})

test('the clock put back: what is written then is counted', async () => {
  await cloud.run()
  cloud.emulator.clock.set(at('2026-09-20 09:00'))
  await cloud.run()
  cloud.emulator.clock.advance(5 * MINUTE)
  await cloud.insertOnce(
    'activities',
    study('a1', { startsAt: at('2026-09-20 08:00'), endsAt: at('2026-09-20 08:30') }),
  )
  expect(await cloud.run()).toMatchObject({ isFull: false, branches: 1 })
  expect(september('branch1', 'branch_study')).toEqual([1, 1])
})

test('time is up: the rest is left to the next run, and nothing is shown as complete before', async () => {
  await cloud.insertOnce('facts', {
    ...attends('', 'p1', 'branch3'),
    _id: 'dues_p1_2026-09',
    kind: 'tick',
    dutyId: 'dues',
    periodKey: '2026-09',
  })
  const limits = { page: 1, budgetMs: -1 }
  expect(await cloud.run(limits)).toMatchObject({ state: 'more', branches: 1 })
  expect(cloud.find<StoredRollup>('rollups', { _id: '2026-09' })[0]).toMatchObject({ watermark: 0 })
  expect(await cloud.run(limits)).toMatchObject({ state: 'more', branches: 1 })
  expect(await cloud.run(limits)).toMatchObject({ state: 'more', branches: 1 })
  // The last page is the unit's.
  expect(await cloud.run(limits)).toMatchObject({ state: 'done', branches: 0 })
  expect(cloud.numbers()).toEqual(cloud.recomputed())
  expect(state()).toMatchObject({ pending: null, leaseUntil: 0 })
})
