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

test('what the documents above ask is beside the rule, with its article, and 至少 is the speech’s', () => {
  const uppers = Object.fromEntries(
    defaultDuties.flatMap(({ id, upper }) =>
      upper ? [[id, `${upper.document}${upper.article ?? ''} ${upper.minimum ?? '–'}/${upper.period}`]] : [],
    ),
  )
  const members = '中国共产党党员教育管理工作条例'
  const organs = '中国共产党党和国家机关基层组织工作条例'
  const branches = '中国共产党支部工作条例（试行）'
  expect(uppers).toEqual({
    unit_theory_study: '中国共产党党委（党组）理论学习中心组学习规则 1/quarter',
    branch_study: `${members}第二十条 –/year`,
    member_study: `${members}第二十条 –/year`,
    group_meeting: `${branches}第十三条 –/month`,
    committee_meeting: `${branches}第十二条 1/month`,
    general_meeting: `${branches}第十一条 1/quarter`,
    party_lecture: `${branches}第十六条 –/year`,
    leader_lecture: `${branches}第十六条 –/year`,
    theme_party_day: `${branches}第十六条 1/month`,
    org_life_meeting: `${members}第十七条 1/year`,
    democratic_review: `${members}第十八条 1/year`,
    secretary_report: `${organs}第三十九条 1/year`,
    community_service: `${organs}第二十一条 –/month`,
    dues: `${members}第十六条 –/month`,
    heart_talk: `${branches}第十九条 1/year`,
  })
  const ofTheSpeech = ['group_meeting', 'committee_meeting', 'general_meeting', 'party_lecture']
  for (const duty of defaultDuties.filter(({ id }) => ofTheSpeech.includes(id)))
    expect(duty.basis.document).toBe('县直机关党建工作会议讲话')
})

test('no document number is invented', () => {
  expect(defaultDuties.filter((duty) => duty.basis.number !== undefined)).toEqual([])
})
