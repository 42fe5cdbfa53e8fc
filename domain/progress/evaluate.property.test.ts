import fc from 'fast-check'
import type { ActivityKind } from '../contract/words'
import type { Member } from '../org/member'
import { branchFor } from '../org/membershipOn'
import { treeOf } from '../org/tree'
import { aWorld, type RandomWorld } from '../testing/aWorld'
import { examples } from '../testing/examples'
import { type Period, periodByKey } from '../time/period'
import { evaluateBranch } from './evaluateBranch'
import { evaluateMember } from './evaluateMember'
import { evaluateUnit } from './evaluateUnit'
import { lifeProgress } from './life'
import { isDone, owes } from './owes'
import type { Progress } from './progress'
import { rollupBranch } from './rollupBranch'
import { rollupUnit } from './rollupUnit'

const periods = ['2026-08', '2026-09', '2026-10', '2026-Q3', '2026-H2', '2026'].map(periodByKey)
const lifeKinds: ActivityKind[] = ['theme_party_day', 'lecture', 'general_meeting', 'seminar']
const runs = { numRuns: examples(60), seed: 20260922 }

const ofMembers = (world: RandomWorld): Progress[] => {
  const tree = treeOf(world.branches)
  return periods.flatMap((period) =>
    world.members.flatMap((member) => [
      ...evaluateMember({ ...world, member, tree, period }),
      ...lifeKinds.map((kind) => lifeProgress({ ...world, member, kind, period })),
    ]),
  )
}

const belonging = ({ members, now }: RandomWorld, branchId: string, period: Period): Member[] =>
  members.filter((member) => branchFor(member, period, now) === branchId)

const ofPlaces = (world: RandomWorld): Progress[] =>
  periods.flatMap((period) =>
    [
      ...world.branches.flatMap((branch) => {
        const groups = world.groups.filter(({ parentId }) => parentId === branch._id)
        return evaluateBranch({
          ...world,
          members: belonging(world, branch._id, period),
          branch,
          groups,
          period,
        })
      }),
      ...evaluateUnit({ ...world, period }),
    ].map(({ progress }) => progress),
  )

/** Every number there is on any page of this world, by what it is about. */
const everything = (world: RandomWorld): Map<string, Progress> =>
  new Map(
    [...ofMembers(world), ...ofPlaces(world)].map((one) => [
      `${one.subjectId} ${one.dutyId} ${one.period.key}`,
      one,
    ]),
  )

const forEveryWorld = (check: (world: RandomWorld, numbers: Map<string, Progress>) => void) =>
  fc.assert(
    fc.property(aWorld, (world) => check(world, everything(world))),
    runs,
  )

test('the order of facts and activities, and copies of them, change nothing', () => {
  fc.assert(
    fc.property(aWorld, fc.infiniteStream(fc.nat()), (world, order) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        [...list, ...list.filter((_, i) => i % 2 === 0)]
          .map((item) => ({ item, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item)
      const other = { ...world, facts: shuffled(world.facts), activities: shuffled(world.activities) }
      expect(everything(other)).toEqual(everything(world))
    }),
    runs,
  )
})

test('one more fact lowers no count, and one struck out counts as one never made', () => {
  forEveryWorld((world, numbers) => {
    const [fact, ...others] = world.facts
    if (!fact) return
    const without = everything({ ...world, facts: others })
    const struck = { ...fact, annulled: { at: 1, by: 'x', reason: '' } }
    const annulled = everything({ ...world, facts: [struck, ...others] })
    for (const [key, { done, needed }] of without) {
      expect(numbers.get(key)?.done).toBeGreaterThanOrEqual(done)
      expect(annulled.get(key)).toMatchObject({ done, needed })
    }
  })
})

test('a confirmation lowers no count', () => {
  forEveryWorld((world, numbers) => {
    const facts = world.facts.map((fact) => ({ ...fact, confirmed: { at: 1, by: 'x' } }))
    const confirmed = everything({ ...world, facts })
    for (const [key, { done }] of numbers) expect(confirmed.get(key)?.done).toBeGreaterThanOrEqual(done)
  })
})

test('what the sheet lists adds up to the number: each record once, done is what counts, and no more is missing than is needed', () => {
  forEveryWorld((_, numbers) => {
    for (const one of numbers.values()) {
      const { counted, notCounted, done, needed, missing, state, notOwed } = one
      expect(counted).toHaveLength(done)
      const seen = [...counted, ...notCounted].map(({ id }) => id)
      expect(new Set(seen).size).toBe(seen.length)
      const gap = needed === null ? 0 : Math.max(0, needed - done)
      expect(missing).toBeLessThanOrEqual(notOwed ? 0 : gap)
      expect(state === 'not_owed').toBe(notOwed !== undefined)
      if (notOwed) continue
      expect(state === 'recorded').toBe(needed === null)
      if (needed !== null) expect(state === 'done').toBe(done >= needed)
      expect(state === 'not_held').toBe(gap > 0 && missing === 0)
      expect(['missing', 'planned', 'waiting'].includes(state)).toBe(missing > 0)
      // What is said to fill the gap is there to fill it.
      const waiting = notCounted.filter(({ reason }) => reason === 'waiting_confirmation').length
      if (state === 'waiting') expect(waiting).toBeGreaterThan(0)
      if (state === 'planned') expect(one.planned.length).toBeGreaterThan(0)
    }
  })
})

test('no lecture stands in both rows 8 and 9', () => {
  forEveryWorld((world, numbers) => {
    for (const { _id } of world.members) {
      const ids = ['leader_lecture', 'leader_contact_lecture'].flatMap((dutyId) =>
        (numbers.get(`${_id} ${dutyId} 2026`)?.counted ?? []).map(({ id }) => id),
      )
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

test("a roll-up's numbers are those of the lines: heads of members, groups, branches and units that have it, of those who owe it, with what was entered late and what waits", () => {
  forEveryWorld((world, numbers) => {
    for (const period of periods) {
      const inTime = ({ counted }: Progress) => counted.filter(({ backfilled }) => !backfilled).length
      const waits = (progress: Progress[]) =>
        progress
          .flatMap(({ notCounted }) => notCounted)
          .filter(({ reason }) => reason === 'waiting_confirmation').length
      /** What is not there is left out at the end. */
      const numbersOf = (...[done, owed, ...beside]: number[]) =>
        beside[1] ? [done, owed, ...beside] : beside[0] ? [done, owed, beside[0]] : [done, owed]
      const tally = (progress: Progress[]) => {
        const owing = progress.filter(owes)
        const late = owing.filter((one) => isDone(one) && inTime(one) < (one.needed ?? 0))
        return numbersOf(owing.filter(isDone).length, owing.length, late.length, waits(owing))
      }
      for (const branch of world.branches) {
        const groups = world.groups.filter(({ parentId }) => parentId === branch._id)
        const own = new Set(belonging(world, branch._id, period).map(({ _id }) => _id))
        const lines = [...numbers.values()].filter((one) => one.period === period)
        const found = rollupBranch({ ...world, branch, groups, period })
        expect(found?.members).toBe(own.size)
        for (const { id, subject } of world.duties) {
          const of = lines.filter(({ dutyId }) => dutyId === id)
          const heads = tally(of.filter(({ subjectId }) => own.has(subjectId)))
          const [line] = of.filter(({ subjectId }) => subjectId === branch._id)
          const groupsDone =
            line && owes(line)
              ? numbersOf(line.done, line.needed ?? 0, line.done - inTime(line), waits([line]))
              : [0, 0]
          const place = subject === 'group' ? groupsDone : tally(line ? [line] : [])
          const expected = subject === 'member' ? heads : place
          expect([id, found?.duties[id] ?? [0, 0]]).toEqual([id, expected])
        }
      }
      const ofUnit = numbers.get(`unit1 unit_theory_study ${period.key}`)
      const found = rollupUnit({ ...world, period })?.duties.unit_theory_study ?? [0, 0]
      expect(found).toEqual(tally(ofUnit ? [ofUnit] : []))
    }
  })
})

test('nobody and no branch is credited twice with one joint meeting, in whichever parts of it they stand', () => {
  forEveryWorld(({ activities }, numbers) => {
    const parts = activities.flatMap(({ _id, jointOf }) => (jointOf ? [_id] : []))
    if (parts.length === 0) return
    const ofJoint = new Set(['act4', ...parts])
    for (const { subjectId, counted, planned } of numbers.values()) {
      const activityOf = (id: string) => id.replace(new RegExp(`_${subjectId}$`), '')
      const times = counted.filter(({ id, madeUp }) => !madeUp && ofJoint.has(activityOf(id)))
      expect(times.length).toBeLessThanOrEqual(1)
      expect(planned.filter(({ activityId }) => ofJoint.has(activityId)).length).toBeLessThanOrEqual(1)
    }
  })
})
