import fc from 'fast-check'
import type { Activity, ActivityKind, ActivityState } from '../activity/activity'
import { defaultDuties } from '../duty/defaultDuties'
import { periodByKey } from '../period/period'
import { dayOf } from '../period/day'
import { at } from '../testing/at'
import { aBranch, aFact, aGroup, aMember, anActivity } from '../testing/builders'
import { evaluateBranch } from './evaluateBranch'
import { evaluateMember } from './evaluateMember'
import type { Fact, Way } from './fact'
import { life } from './life'
import type { Progress } from './progress'

const now = at('2026-09-22 18:00')
const kinds: ActivityKind[] = [
  'theme_party_day',
  'study',
  'group_meeting',
  'committee_meeting',
  'lecture',
  'community_service',
]
const states: ActivityState[] = ['draft', 'published', 'open', 'closed', 'recorded', 'cancelled']
const instant = fc.integer({ min: at('2026-08-25 00:00'), max: at('2026-10-05 00:00') })

const activityOf = (n: number) =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      state: fc.constantFrom(...states),
      // Few instants, so that several begin at once.
      startsAt: fc.constantFrom(
        at('2026-08-31 23:59:59.999'),
        at('2026-09-01 00:00'),
        at('2026-09-22 15:00'),
        at('2026-09-29 15:00'),
      ),
      carries: fc.subarray<ActivityKind>(['study', 'lecture']),
      host: fc.constantFrom('branch1', 'group1', 'community1'),
      topic: fc.constantFrom('', '纪律建设'),
      lecturerId: fc.constantFrom('m1', 'm2'),
    })
    .map(({ host, ...rest }): Activity => {
      const hostType = host === 'branch1' ? 'branch' : host === 'group1' ? 'group' : 'community'
      return anActivity({ ...rest, _id: `act${n}`, hostId: host, hostType })
    })
const activities = fc.tuple(...[0, 1, 2, 3, 4, 5].map(activityOf))

const common = {
  memberId: fc.constantFrom('m1', 'm2'),
  occurredAt: instant,
  way: fc.constantFrom<Way>('scan', 'paper', 'backfill'),
  confirmed: fc.constantFrom(undefined, null, { at: 1, by: 'x' }),
  annulled: fc.constantFrom(undefined, null, { at: 1, by: 'x', reason: '' }),
}
/** Facts as the cloud stores them: one for a natural key. */
const registration = fc
  .record({ ...common, n: fc.integer({ min: 0, max: 6 }), kind: fc.constantFrom('attendance', 'leave') })
  .map(({ n, kind, ...rest }) => {
    const activityId = `act${n}`
    const _id = kind === 'leave' ? `${activityId}_${rest.memberId}_leave` : `${activityId}_${rest.memberId}`
    return aFact({ ...(rest as Partial<Fact>), _id, kind: kind as Fact['kind'], activityId })
  })
const visit = fc
  .record({ ...common, householdId: fc.constantFrom('h1', 'h2', 'h3'), tail: fc.constantFrom('', '_again') })
  .map(({ householdId, tail, ...rest }) => {
    const _id = `${householdId}_${rest.memberId}_${dayOf(rest.occurredAt)}${tail}`
    return aFact({ ...(rest as Partial<Fact>), _id, kind: 'visit', householdId })
  })
const tick = fc.record({ ...common, key: fc.constantFrom('2026-08', '2026-09') }).map(({ key, ...rest }) => {
  return aFact({
    ...(rest as Partial<Fact>),
    _id: `dues_${rest.memberId}_${key}`,
    kind: 'tick',
    dutyId: 'dues',
  })
})
const facts = fc.uniqueArray(fc.oneof(registration, visit, tick), {
  selector: (fact) => fact._id,
  maxLength: 20,
})

const member = aMember({
  cadre: 'county',
  contactPoints: [{ branchId: 'branch1', from: '2026-01-01' }],
  households: [
    { householdId: 'h1', from: '2026-01-01' },
    { householdId: 'h2', from: '2026-09-10' },
  ],
  posts: [{ post: 'secretary', organisationId: 'branch1', from: '2026-01-01' }],
})
const everything = (given: readonly Fact[], calendar: readonly Activity[]) => {
  const input = { facts: given, activities: calendar, duties: defaultDuties, now }
  const progress = ['2026-09', '2026-Q3', '2026'].flatMap((key): Progress[] => {
    const period = periodByKey(key)
    const ofBranch = evaluateBranch({
      ...input,
      branch: aBranch(),
      groups: [aGroup()],
      members: [member],
      period,
    })
    return [
      ...evaluateMember({ ...input, member, tree: new Map(), period }),
      ...ofBranch.map((row) => row.progress),
    ]
  })
  const counts = life({ ...input, kinds, member, period: periodByKey('2026-09') })
  return { progress, counts }
}

test('the order of facts and activities, and copies of them, change nothing', () => {
  fc.assert(
    fc.property(facts, activities, fc.infiniteStream(fc.nat()), (given, calendar, order) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        [...list, ...list.filter((_, i) => i % 2 === 0)]
          .map((item) => ({ item, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item)
      expect(everything(shuffled(given), shuffled(calendar))).toEqual(everything(given, calendar))
    }),
  )
})

test('one more fact never lowers a count', () => {
  fc.assert(
    fc.property(facts, activities, (given, calendar) => {
      const before = everything(given.slice(1), calendar)
      const after = everything(given, calendar)
      const done = ({ progress }: typeof after) => new Map(progress.map((one) => [one.dutyId, one.done]))
      for (const [dutyId, count] of done(before))
        expect(done(after).get(dutyId)).toBeGreaterThanOrEqual(count)
      for (const [i, { attended, held }] of before.counts.entries()) {
        expect(after.counts[i]?.attended).toBeGreaterThanOrEqual(attended)
        expect(after.counts[i]?.held).toBeGreaterThanOrEqual(held)
      }
    }),
  )
})

test('number and reasons are one: what is counted is done, what is owed is done or missing', () => {
  fc.assert(
    fc.property(facts, activities, (given, calendar) => {
      const { progress, counts } = everything(given, calendar)
      for (const one of progress) {
        expect(one.counted).toHaveLength(one.done)
        const seen = [...one.counted, ...one.notCounted].map(({ id }) => id)
        expect(new Set(seen).size).toBe(seen.length)
        expect(one.state === 'not_owed').toBe(one.notOwed !== undefined)
        expect(one.state === 'recorded').toBe(one.needed === null && !one.notOwed)
        const owed = one.notOwed || one.needed === null ? 0 : Math.max(0, one.needed - one.done)
        // A member never misses more than the branch has held or planned.
        if (one.dutyId === 'member_study') expect(one.missing).toBeLessThanOrEqual(owed)
        else expect(one.missing).toBe(owed)
        if (one.state !== 'not_owed' && one.needed !== null) expect(one.state === 'done').toBe(owed === 0)
        if (one.needed !== null) expect(one.state === 'not_held').toBe(owed > 0 && one.missing === 0)
      }
      for (const { attended, held } of counts) expect(attended).toBeLessThanOrEqual(held)
    }),
  )
})
