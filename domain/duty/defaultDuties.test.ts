import { defaultDuties } from './defaultDuties'

const rows = Object.fromEntries(
  defaultDuties.map((duty) => [
    duty.id,
    `${duty.subject} ${duty.period} ${duty.minimum ?? '–'} ${duty.counts.what}`,
  ]),
)

test('the default table says who owes what, how often and what counts', () => {
  expect(rows).toEqual({
    unit_theory_study: 'unit month 1 held',
    branch_study: 'branch month 1 held',
    theme_party_day: 'branch month 1 held',
    group_meeting: 'group month 1 held',
    committee_meeting: 'committee month 1 held',
    theme_seminar: 'branch quarter 1 held',
    general_meeting: 'branch quarter 1 held',
    party_lecture: 'branch quarter 1 held',
    org_life_meeting: 'branch year 1 held',
    democratic_review: 'branch year 1 held',
    member_study: 'member month 1 attended',
    community_service: 'member month 1 attended',
    household_visit: 'member month 2 visited',
    practical_deed: 'member year 1 deed',
    dues: 'member month 1 ticked',
    thought_report: 'member year – ticked',
    party_spirit_analysis: 'member year – ticked',
    heart_talk: 'member year – talked',
    leader_lecture: 'member year 1 lectured',
    leader_contact_lecture: 'member year 1 lectured',
    secretary_report: 'branch year 1 held',
    work_briefing: 'unit year – held',
  })
})

test('every row is the first version, named after its id, with a sentence that carries its minimum and a source', () => {
  for (const duty of defaultDuties) {
    expect(duty._id).toBe(`${duty.id}@1`)
    expect(duty).toMatchObject({ version: 1, validFrom: '2026-01-01' })
    expect(duty.text.includes('{n}')).toBe(duty.minimum !== null)
    expect(duty.basis.document).not.toBe('')
  }
  expect(new Set(defaultDuties.map((duty) => duty.id)).size).toBe(defaultDuties.length)
})

test('no document number is invented', () => {
  expect(defaultDuties.filter((duty) => duty.basis.number !== undefined)).toEqual([])
})
