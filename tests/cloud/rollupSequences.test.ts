import type { RollupReport } from '@cloud/lib/rollup/rollup'
import type { StoredRollup } from '@cloud/lib/rollup/storedRollup'
import type { Activity, ActivityKind, ActivityState } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { addDays, dayOf, startOfDay } from '@domain/period/day'
import type { Fact } from '@domain/progress/fact'
import { aFact, anActivity } from '@domain/testing/builders'
import { Random } from '../../scripts/seed/random'
import { RollupCloud } from './rollupCloud'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let cloud: RollupCloud
let random: Random
let serial = 0
const start = async (seed: string) => {
  cloud = await RollupCloud.start()
  random = new Random('rollup', seed)
  serial = 0
}
afterEach(() => cloud.stop())

const kinds: ActivityKind[] = [
  'study',
  'theme_party_day',
  'group_meeting',
  'committee_meeting',
  'general_meeting',
]
const states: ActivityState[] = ['published', 'open', 'closed', 'closed', 'recorded']
const hosts = [
  { hostId: 'branch1', hostType: 'branch', branchId: 'branch1' },
  { hostId: 'group1', hostType: 'group', branchId: 'branch1' },
  { hostId: 'group2', hostType: 'group', branchId: 'branch1' },
  { hostId: 'branch2', hostType: 'branch', branchId: 'branch2' },
  { hostId: 'branch3', hostType: 'branch', branchId: 'branch3' },
  { hostId: 'community1', hostType: 'community', branchId: 'community1' },
] as const

const ofBranches = ['m1', 'm2', 'm5', 'n1', 'n2', 'p1']
const all = <T>(name: string): T[] => cloud.find<T>(name)
const someMember = () => {
  const id = random.pick(ofBranches)
  return all<Member>('members').find(({ _id }) => _id === id)!
}
const branchOn = (member: Member, day: string) => membershipOn(member, day)?.branchId ?? 'branch1'

async function addActivity(): Promise<void> {
  const host = random.pick(hosts)
  const kind = host.hostType === 'community' ? 'community_service' : random.pick(kinds)
  const startsAt = cloud.now() - random.int(-4, 45 * 24) * HOUR
  const overrides = { ...host, kind, startsAt, endsAt: startsAt + HOUR, state: random.pick(states) }
  await cloud.insertOnce(
    'activities',
    anActivity({ ...overrides, _id: `act${(serial += 1)}`, nonce: `n${serial}` }),
  )
}

async function addFact(): Promise<void> {
  const member = someMember()
  const activities = all<Activity>('activities')
  const what = random.pick(['attendance', 'attendance', 'leave', 'visit', 'tick'] as const)
  const occurredAt = cloud.now() - random.int(0, 45 * 24) * HOUR
  const confirmed = random.pick([{}, { confirmed: null }, { confirmed: { at: 1, by: 'x' } }])
  const common = { memberId: member._id, occurredAt, ...confirmed }
  if (what === 'visit') {
    const day = dayOf(occurredAt)
    const fact = aFact({ ...common, kind: 'visit', householdId: 'h1', branchId: branchOn(member, day) })
    await cloud.insertOnce('facts', { ...fact, _id: `h1_${member._id}_${day}` })
  } else if (what === 'tick') {
    const key = random.pick(['2026-07', '2026-08', '2026-09'])
    const fact = aFact({
      ...common,
      kind: 'tick',
      dutyId: 'dues',
      branchId: branchOn(member, dayOf(occurredAt)),
    })
    await cloud.insertOnce('facts', { ...fact, _id: `dues_${member._id}_${key}` })
  } else if (activities.length > 0) {
    const { _id: activityId, kind, startsAt } = random.pick(activities)
    const at = {
      occurredAt: startsAt,
      occurredOn: dayOf(startsAt),
      branchId: branchOn(member, dayOf(startsAt)),
    }
    const fact = aFact({ ...common, ...at, kind: what, activityId, activityKind: kind })
    await cloud.insertOnce('facts', {
      ...fact,
      _id: `${activityId}_${member._id}${what === 'leave' ? '_leave' : ''}`,
    })
  }
}

async function changeFact(): Promise<void> {
  const facts = all<Fact>('facts')
  if (facts.length === 0) return
  const { _id, annulled, confirmed } = random.pick(facts)
  const change = random.chance(0.5)
    ? { annulled: annulled ? null : { at: cloud.now(), by: 'x', reason: '' } }
    : { confirmed: confirmed ? null : { at: cloud.now(), by: 'x' } }
  await cloud.updateWhere('facts', { _id }, change)
}

async function changeActivity(): Promise<void> {
  const activities = all<Activity>('activities')
  if (activities.length === 0) return
  const state = random.pick<ActivityState>(['open', 'closed', 'recorded', 'cancelled'])
  await cloud.updateWhere('activities', { _id: random.pick(activities)._id }, { state })
}

async function changeMember(): Promise<void> {
  const member = someMember()
  const today = dayOf(cloud.now())
  const { _id, memberships, exemptions } = member
  if (random.chance(0.5)) {
    const exemption = { category: 'health' as const, from: addDays(today, -random.int(0, 60)) }
    await cloud.updateWhere('members', { _id }, { exemptions: exemptions.length > 0 ? [] : [exemption] })
    return
  }
  const branchId = random.pick(['branch1', 'branch2', 'branch3'])
  const before = memberships.map((one) => (one.to === undefined ? { ...one, to: addDays(today, -1) } : one))
  await cloud.updateWhere('members', { _id }, { memberships: [...before, { branchId, from: today }] })
}

async function step(): Promise<void> {
  const dice = random.next()
  if (dice < 0.15) await addActivity()
  else if (dice < 0.5) await addFact()
  else if (dice < 0.65) await changeFact()
  else if (dice < 0.8) await changeActivity()
  else if (dice < 0.9) await changeMember()
  else cloud.emulator.clock.advance(random.pick([MINUTE, 7 * MINUTE, 2 * HOUR]))
}

const steps = async (count: number) => {
  for (let i = 0; i < count; i += 1) await step()
}

async function runToEnd(limits?: { budgetMs: number; page: number }): Promise<RollupReport> {
  for (let tries = 0; tries < 20; tries += 1) {
    const report = await cloud.run(limits)
    if (report.state === 'done') return report
  }
  throw new Error('it never comes to an end')
}

/** Everything a document says but when and by which run. */
const bytes = () => JSON.stringify(cloud.numbers())

test.each(['one', 'two', 'three'])(
  'after each part of sequence %s the documents equal a recomputation from all there is; a second run changes no byte',
  async (seed) => {
    await start(seed)
    for (let part = 0; part < 12; part += 1) {
      await steps(random.int(2, 10))
      cloud.emulator.clock.advance(random.pick([10 * MINUTE, 10 * MINUTE, 3 * HOUR, 26 * HOUR]))
      await runToEnd(random.chance(0.3) ? { page: 1, budgetMs: -1 } : undefined)
      expect(cloud.numbers()).toEqual(cloud.recomputed())
      const before = bytes()
      cloud.emulator.clock.advance(3 * MINUTE)
      await runToEnd()
      expect(bytes()).toBe(before)
    }
    // Nobody was surprised: what the runs of the day kept is what the full run of the next day finds.
    cloud.emulator.clock.set(startOfDay(addDays(dayOf(cloud.now()), 1)) + MINUTE)
    expect(await runToEnd()).toMatchObject({ isFull: true })
    expect(cloud.find<StoredRollup>('rollups').filter(({ differences }) => differences > 0)).toEqual([])
  },
  60_000,
)

test('cut off at any call, before or after it arrives, and run again: the same documents', async () => {
  await start('cut')
  await steps(30)
  await runToEnd()
  let cuts = 0
  for (let calls = 0; ; calls += 1) {
    await steps(4)
    cloud.emulator.clock.advance(10 * MINUTE)
    cloud.wire.dieAfter(calls, { answerLost: calls % 2 === 0 })
    const wasCut = await cloud.run({ page: 1, budgetMs: 40_000 }).then(
      () => false,
      () => true,
    )
    cloud.wire.heal()
    if (!wasCut) break
    cuts += 1
    // Longer than the lease of the dead run.
    cloud.emulator.clock.advance(10 * MINUTE)
    await runToEnd()
    expect(cloud.numbers()).toEqual(cloud.recomputed())
  }
  expect(cuts).toBeGreaterThan(12)
}, 120_000)
