import { defaultDuties } from '../duty/defaultDuties'
import type { Organisation } from '../org/organisation'
import { at } from '../testing/at'
import { aBranch, aMember, anActivity } from '../testing/builders'
import { periodByKey } from '../time/period'
import { evaluateUnit } from './evaluateUnit'
import { rollupUnit } from './rollupUnit'

const unit: Organisation = aBranch({ _id: 'unit1', type: 'unit', name: '农业农村局党组' })
const inGroup = (to?: string) =>
  aMember({
    posts: [
      { post: 'theory_group_member', organisationId: 'unit1', from: '2026-01-01', ...(to ? { to } : {}) },
    ],
  })
const study = anActivity({
  kind: 'unit_theory_study',
  hostId: 'unit1',
  hostType: 'unit',
  branchId: 'unit1',
})
const input = {
  unit,
  members: [inGroup()],
  duties: defaultDuties,
  facts: [],
  activities: [study],
  period: periodByKey('2026-09'),
  now: at('2026-09-22 18:00'),
}

test("a unit's 中心组 owes one study a month, and its own alone counts", () => {
  expect(rollupUnit(input)).toEqual({ members: 0, duties: { unit_theory_study: [1, 1] } })
  const elsewhere = { ...study, hostId: 'unit2', branchId: 'unit2' }
  expect(rollupUnit({ ...input, activities: [elsewhere] })?.duties).toEqual({ unit_theory_study: [0, 1] })
  expect(evaluateUnit(input)[0]).toMatchObject({
    duty: { id: 'unit_theory_study' },
    progress: { subjectId: 'unit1', state: 'done', done: 1 },
  })
})

test('no 中心组 on the judged day, no duty: the unit has no numbers', () => {
  expect(rollupUnit({ ...input, members: [] })).toBeNull()
  expect(rollupUnit({ ...input, members: [inGroup('2026-09-21')] })).toBeNull()
  expect(rollupUnit({ ...input, members: [inGroup('2026-09-22')] })).not.toBeNull()
})

test('听取汇报 is recorded in the year and owed by nobody', () => {
  const year = {
    ...input,
    period: periodByKey('2026'),
    activities: [{ ...study, kind: 'work_briefing' as const }],
  }
  expect(evaluateUnit(year)).toMatchObject([{ progress: { state: 'recorded', done: 1, missing: 0 } }])
  expect(rollupUnit(year)).toBeNull()
})

test('a unit that does not exist on the judged day has no numbers', () => {
  expect(rollupUnit({ ...input, unit: { ...unit, validTo: '2026-09-21' } })).toBeNull()
})
