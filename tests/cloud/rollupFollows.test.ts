import type { StoredRollup } from '@cloud/lib/store/collections/rollups'
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
const attends = (activityId: string, memberId: string) =>
  aFact({ _id: `${activityId}_${memberId}`, activityId, activityKind: 'study', memberId })
const september = (id: string, duty: string) =>
  cloud.find<StoredRollup>('rollups', { _id: '2026-09' })[0]?.branches[id]?.[duty]
/** So long after what was written that only the run itself sees it, not the next one again. */
const settled = async () => {
  cloud.emulator.clock.advance(3 * MINUTE)
  const report = await cloud.run()
  cloud.emulator.clock.advance(10 * MINUTE)
  return report
}
const inUnit = (activityId: string, over: Partial<Parameters<typeof anActivity>[0]> = {}) =>
  anActivity({
    _id: activityId,
    kind: 'unit_theory_study',
    hostId: 'unit1',
    hostType: 'unit',
    branchId: 'unit1',
    nonce: activityId,
    ...over,
  })
const sitsIn = (unitId: string) => [
  { post: 'theory_group_member', organisationId: unitId, from: '2026-08-01' },
]

test('a unit owes its 中心组学习 in the months in which somebody is in its 中心组, and stands under its own id', async () => {
  await settled()
  expect(cloud.numbers()['2026-09']?.branches.unit1).toBeUndefined()
  await cloud.updateWhere('members', { _id: 'm4' }, { posts: sitsIn('unit1') })
  await settled()
  expect(september('unit1', 'unit_theory_study')).toEqual([0, 1])
  expect(cloud.numbers()['2026-09']?.members.unit1).toBe(0)
  expect(cloud.numbers()['2026-07']?.branches.unit1).toBeUndefined()
  await cloud.insertOnce('activities', inUnit('u9'))
  expect(await settled()).toMatchObject({ isFull: false })
  expect(september('unit1', 'unit_theory_study')).toEqual([1, 1])
  expect(cloud.numbers()).toEqual(cloud.recomputed())
  // Taken off the list: nothing but the member says so.
  await cloud.updateWhere('members', { _id: 'm4' }, { posts: [] })
  await settled()
  expect(september('unit1', 'unit_theory_study')).toBeUndefined()
  expect(cloud.numbers()).toEqual(cloud.recomputed())
})

test('a planned study moved to another month changes what is owed in the old month at once', async () => {
  const startsAt = at('2026-09-28 15:00')
  await cloud.insertOnce(
    'activities',
    study('a1', { state: 'published', startsAt, endsAt: startsAt + MINUTE }),
  )
  await settled()
  expect(september('branch1', 'member_study')).toEqual([0, 12])
  const moved = at('2026-10-09 15:00')
  await cloud.updateWhere(
    'activities',
    { _id: 'a1' },
    { startsAt: moved, endsAt: moved + MINUTE, movedFrom: [{ branchId: 'branch1', startsAt }] },
  )
  expect(await settled()).toMatchObject({ isFull: false, branches: 1 })
  // The branch has arranged none any more: its own gap, nobody else's.
  expect(september('branch1', 'member_study')).toBeUndefined()
  expect(september('branch1', 'branch_study')).toEqual([0, 1])
  expect(cloud.numbers()).toEqual(cloud.recomputed())
})

test('a held study moved back to a month that is over is taken from the one and given to the other', async () => {
  const startsAt = at('2026-09-10 15:00')
  await cloud.insertOnce('activities', study('a1', { startsAt }))
  await settled()
  await cloud.updateWhere(
    'activities',
    { _id: 'a1' },
    { startsAt: at('2026-08-10 15:00'), movedFrom: [{ branchId: 'branch1', startsAt }] },
  )
  await settled()
  expect(september('branch1', 'branch_study')).toEqual([0, 1])
  expect(cloud.numbers()['2026-08']?.branches.branch1?.branch_study).toEqual([1, 1])
  expect(cloud.numbers()).toEqual(cloud.recomputed())
})

test('a published study that nobody opened is no longer to come, though nothing is written', async () => {
  const startsAt = MOMENT + 30 * MINUTE
  await cloud.insertOnce(
    'activities',
    study('a1', { state: 'published', startsAt, endsAt: startsAt + 60 * MINUTE }),
  )
  await cloud.run()
  expect(september('branch1', 'member_study')).toEqual([0, 12])
  cloud.emulator.clock.set(startsAt + 4 * 60 * MINUTE + MINUTE)
  expect(await cloud.run()).toMatchObject({ isFull: false, branches: 1 })
  expect(september('branch1', 'member_study')).toBeUndefined()
  expect(cloud.numbers()).toEqual(cloud.recomputed())
})

test('a study made up counts in the month of the study, not in that of the making up', async () => {
  const startsAt = at('2026-07-20 15:00')
  await cloud.insertOnce('activities', study('a7', { startsAt, endsAt: startsAt + MINUTE }))
  await settled()
  const july = () => cloud.numbers()['2026-07']?.branches.branch1?.member_study
  expect(july()).toEqual([0, 12])
  const madeUp = aFact({
    ...attends('a7', 'm5'),
    _id: 'a7_m5_makeup',
    kind: 'make_up',
    occurredAt: MOMENT,
    confirmed: null,
  })
  await cloud.insertOnce('facts', madeUp)
  await settled()
  // It waits for a second person, which stands beside the number: none of those done, and one record.
  expect(july()).toEqual([0, 12, 0, 1])
  await cloud.updateWhere('facts', { _id: 'a7_m5_makeup' }, { confirmed: { at: 1, by: 'm1' } })
  expect(await settled()).toMatchObject({ isFull: false, branches: 1 })
  expect(july()).toEqual([1, 12])
  expect(cloud.numbers()).toEqual(cloud.recomputed())
})
