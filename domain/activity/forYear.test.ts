import { at } from '../testing/at'
import { yearOf, yearsFor } from './forYear'

const held = (on: string, kind: 'org_life_meeting' | 'democratic_review' | 'secretary_report' | 'study') => ({
  kind,
  startsAt: at(on),
})

test.each(['org_life_meeting', 'democratic_review', 'secretary_report'] as const)(
  '%s: in January to March the year before is proposed, and the running one may be meant',
  (kind) => {
    expect(yearsFor(held('2027-01-01 00:00', kind))).toEqual([2026, 2027])
    expect(yearsFor(held('2027-03-31 23:59:59.999', kind))).toEqual([2026, 2027])
    expect(yearsFor(held('2027-04-01 00:00', kind))).toEqual([2027])
    expect(yearsFor(held('2027-12-31 23:59', kind))).toEqual([2027])
  },
)

test('a study has no 所属年度', () => {
  expect(yearsFor(held('2027-01-15 15:00', 'study'))).toEqual([])
  expect(yearOf({ ...held('2027-01-15 15:00', 'study'), forYear: 2026 })).toBeNull()
})

test('what was entered holds as long as the day allows it; without a word it is the year of the day', () => {
  const meeting = held('2027-02-10 15:00', 'org_life_meeting')
  expect(yearOf({ ...meeting, forYear: 2026 })).toBe(2026)
  expect(yearOf(meeting)).toBe(2027)
  // Moved to April after the year before had been entered.
  expect(yearOf({ ...held('2027-04-10 15:00', 'org_life_meeting'), forYear: 2026 })).toBe(2027)
})
