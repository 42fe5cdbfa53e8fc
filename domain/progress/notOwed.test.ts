import type { Subject } from '../evidence/subject'
import type { Member } from '../org/member'
import { at } from '../testing/at'
import { aBranch, aMember } from '../testing/builders'
import { theDuty } from '../testing/progressOf'
import { periodByKey } from '../time/period'
import { concerns, notOwed } from './notOwed'

const reason = (over: Partial<Member>, id = 'member_study', key = '2026-09') =>
  notOwed(theDuty(id), { type: 'member', member: aMember(over) }, periodByKey(key), at('2026-12-31 12:00'))

test('an exemption of at least half of the days lifts the month', () => {
  const from = (day: string, to?: string) => ({
    exemptions: [{ category: 'health' as const, from: day, ...(to ? { to } : {}) }],
  })
  // September has 30 days: from the 16th on 15 are covered, from the 17th on 14.
  expect(reason(from('2026-09-16'))).toBe('exempt')
  expect(reason(from('2026-09-17'))).toBeNull()
  expect(reason(from('2026-08-01', '2026-09-15'))).toBe('exempt')
  expect(reason(from('2026-08-01', '2026-09-14'))).toBeNull()
  expect(reason(from('2026-07-01', '2026-08-31'))).toBeNull()
})

test('February of 28 days is lifted by 14, of 29 by 15', () => {
  const until = (to: string) => ({ exemptions: [{ category: 'health' as const, from: '2026-01-01', to }] })
  expect(reason(until('2026-02-14'), 'member_study', '2026-02')).toBe('exempt')
  const leap = (to: string) =>
    notOwed(
      theDuty('member_study'),
      { type: 'member', member: aMember(until(to)) },
      periodByKey('2028-02'),
      at('2028-12-31 12:00'),
    )
  expect(leap('2028-02-14')).toBeNull()
  expect(leap('2028-02-15')).toBe('exempt')
})

test('exemptions add up, and days covered twice are counted once', () => {
  const week = { category: 'health', from: '2026-09-01', to: '2026-09-08' } as const
  const next = { category: 'abroad', from: '2026-09-09', to: '2026-09-15' } as const
  expect(reason({ exemptions: [next, week] })).toBe('exempt')
  expect(reason({ exemptions: [week, { ...next, from: '2026-09-05', to: '2026-09-14' }] })).toBeNull()
})

test('no exemption lifts dues', () => {
  expect(reason({ exemptions: [{ category: 'abroad', from: '2026-01-01' }] }, 'dues')).toBeNull()
})

test('an arrival from outside owes a month of which half is left, the day of arrival counted', () => {
  const arrived = (from: string, fromOutside = true) => ({
    memberships: [{ branchId: 'branch1', from, fromOutside }],
  })
  expect(reason(arrived('2026-09-16'))).toBeNull()
  expect(reason(arrived('2026-09-17'))).toBe('arrived_late')
  expect(reason(arrived('2026-09-17'), 'member_study', '2026-10')).toBeNull()
})

test('a transfer inside the county changes nothing owed', () => {
  const memberships = [
    { branchId: 'branch1', from: '2020-01-01', to: '2026-09-28' },
    { branchId: 'branch2', from: '2026-09-29' },
  ]
  expect(reason({ memberships })).toBeNull()
})

test('who is in no branch on the last day of a closed period does not owe it', () => {
  const memberships = [{ branchId: 'branch1', from: '2020-01-01', to: '2026-09-29' }]
  expect(reason({ memberships })).toBe('not_a_member_then')
  expect(reason({ memberships }, 'member_study', '2026-08')).toBeNull()
})

test('leading cadres owe a lecture, county leaders one more, others neither', () => {
  const bound = (cadre?: 'section' | 'county') =>
    ['leader_lecture', 'leader_contact_lecture', 'member_study'].filter((id) =>
      concerns(theDuty(id), aMember(cadre ? { cadre } : {})),
    )
  expect(bound()).toEqual(['member_study'])
  expect(bound('section')).toEqual(['leader_lecture', 'member_study'])
  expect(bound('county')).toEqual(['leader_lecture', 'leader_contact_lecture', 'member_study'])
})

test.each(['branch', 'committee', 'group', 'unit'] as const)(
  'a %s founded within a period owes it as a member who arrives does: when half of it is left',
  (type) => {
    const ofDay = (validFrom: string, isFounded = true, key = '2026-09') => {
      const organisation = aBranch({ validFrom, hasCommittee: true, ...(isFounded && { isFounded: true }) })
      const subject = { type, organisation, committeeIds: [] } as Subject
      return notOwed(theDuty('branch_study'), subject, periodByKey(key), at('2026-12-31 12:00'))
    }
    expect(ofDay('2026-09-16')).toBeNull()
    expect(ofDay('2026-09-17')).toBe('founded_late')
    expect(ofDay('2026-09-17', true, '2026-10')).toBeNull()
    // The third quarter has 92 days: from the 16th of August on 46 are left.
    expect(ofDay('2026-08-16', true, '2026-Q3')).toBeNull()
    expect(ofDay('2026-08-17', true, '2026-Q3')).toBe('founded_late')
    expect(ofDay('2026-09-17', true, '2026-08')).toBe('not_founded_then')
    expect(ofDay('2026-10-01')).toBe('not_founded_then')
    expect(ofDay('2026-09-30')).toBe('founded_late')
    // What was entered late was there before.
    expect(ofDay('2026-09-17', false)).toBeNull()
    expect(ofDay('2026-09-17', false, '2026-08')).toBeNull()
  },
)
