import type { ActivityForm } from '@domain/contract/activity'
import {
  carriesOn,
  carryHint,
  chooseHost,
  chooseYear,
  clashOf,
  faultOf,
  firstForm,
  mayHaveTopic,
  moveEnd,
  moveStart,
  needsTopic,
  peopleText,
  refusedField,
  studyHint,
  toggleCarry,
  type Prepared,
} from './planForm'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const form = (over: Partial<ActivityForm> = {}): ActivityForm => ({
  kind: 'theme_party_day',
  hostId: 'b',
  title: '9月主题党日',
  startsAt: at('2026-09-22T15:00'),
  endsAt: at('2026-09-22T16:30'),
  place: '三楼会议室',
  carries: [],
  agenda: [{ text: '学习习近平总书记重要讲话精神', minutes: 30 }],
  expectedIds: ['m1', 'm2'],
  ...over,
})
const prepared: Prepared = {
  branch: { id: 'b', name: '第一支部' },
  hosts: [
    { id: 'b', name: '第一支部', kinds: ['theme_party_day'], memberIds: ['m1', 'm2'] },
    { id: 'g3', name: '第三党小组', kinds: ['group_meeting'], memberIds: ['m2'] },
  ],
  people: [],
  gaps: [],
  mayCarry: ['study', 'lecture'],
  suggestions: [],
  around: [],
}

test('moving the start keeps the length, and a suggested title follows the month', () => {
  const moved = moveStart(prepared, form(), at('2026-10-13T09:00'))
  expect(moved.endsAt).toBe(at('2026-10-13T10:30'))
  expect(moved.title).toBe('10月主题党日')
})

test('a title typed by hand stays', () => {
  expect(moveStart(prepared, form({ title: '金秋主题党日' }), at('2026-10-13T09:00')).title).toBe(
    '金秋主题党日',
  )
})

test('an end before the start becomes half an hour', () => {
  expect(moveEnd(form(), '14:00').endsAt).toBe(at('2026-09-22T15:30'))
  expect(moveEnd(form(), '17:00').endsAt).toBe(at('2026-09-22T17:00'))
})

test('another host brings its own people', () => {
  const chosen = chooseHost(prepared, form({ kind: 'group_meeting' }), prepared.hosts[1]!)
  expect(chosen.expectedIds).toEqual(['m2'])
  expect(peopleText(prepared, chosen)).toBe('第三党小组 1 人')
})

test('the form begins with what was asked for, the group too; else with what is missing', () => {
  const of = (kind: ActivityForm['kind'], hostId: string) => form({ kind, hostId })
  const all: Prepared = {
    ...prepared,
    hosts: [...prepared.hosts, { id: 'g2', name: '第二党小组', kinds: ['group_meeting'], memberIds: [] }],
    gaps: ['group_meeting'],
    suggestions: [of('theme_party_day', 'b'), of('group_meeting', 'g2'), of('group_meeting', 'g3')],
  }
  expect(firstForm(all, { kind: 'group_meeting', hostName: '第三党小组' })?.hostId).toBe('g3')
  expect(firstForm(all, { kind: 'group_meeting' })?.hostId).toBe('g2')
  expect(firstForm(all, {})?.kind).toBe('group_meeting')
  expect(firstForm({ ...all, gaps: [] }, {})?.kind).toBe('theme_party_day')
})

test('people are named as a whole only when all are expected', () => {
  expect(peopleText(prepared, form())).toBe('全支部 2 人')
  expect(peopleText(prepared, form({ expectedIds: ['m1'] }))).toBe('1 人')
})

test('a unit’s people are its 中心组', () => {
  const unit: Prepared = {
    ...prepared,
    hosts: [
      { id: 'b', name: '党组', kinds: ['unit_theory_study', 'work_briefing'], memberIds: ['m1', 'm2'] },
    ],
  }
  expect(peopleText(unit, form({ kind: 'unit_theory_study' }))).toBe('中心组 2 人')
  const study = form({ kind: 'unit_theory_study' })
  expect([mayHaveTopic(study), needsTopic(study), faultOf(study)]).toEqual([true, false, null])
})

test('a 主题党日 offers what the rule lets it carry; other kinds carry nothing', () => {
  expect(carriesOn({ ...prepared, mayCarry: ['study', 'seminar'] }, form())).toEqual(['study', 'seminar'])
  expect(carriesOn({ ...prepared, mayCarry: [] }, form())).toEqual([])
  expect(carriesOn(prepared, form({ kind: 'study' }))).toEqual([])
})

test('what a published plan carries stays on offer after the rule has dropped it; of a draft until it is taken off', () => {
  const current = { id: 'a', form: form({ carries: ['lecture'] }) }
  const narrow = { ...prepared, mayCarry: ['study' as const] }
  expect(carriesOn({ ...narrow, current: { ...current, state: 'published' } }, form())).toEqual([
    'study',
    'lecture',
  ])
  const draft: Prepared = { ...narrow, current: { ...current, state: 'draft' } }
  expect(carriesOn(draft, current.form)).toEqual(['study', 'lecture'])
  expect(carriesOn(draft, toggleCarry(current.form, 'lecture'))).toEqual(['study'])
})

test('a carried seminar is asked for its topic, and says so', () => {
  const carrying = toggleCarry(form(), 'seminar')
  expect(carryHint('seminar', carrying)).toBe('有研讨主题才计')
  expect(needsTopic(carrying)).toBe(true)
  expect(faultOf(carrying)?.field).toBe('topic')
})

test('a carried lecture is asked for its lecturer, then for its topic', () => {
  const carrying = toggleCarry(form(), 'lecture')
  expect(faultOf(carrying)?.field).toBe('lecturer')
  expect(faultOf({ ...carrying, lecturerId: 'm1' })?.field).toBe('topic')
  expect(faultOf({ ...carrying, lecturerId: 'm1', topic: '党的纪律' })).toBeNull()
  expect(faultOf(toggleCarry(carrying, 'lecture'))).toBeNull()
})

test.each([
  [{ title: ' ' }, 'title'],
  [{ place: '' }, 'place'],
  [{ expectedIds: [] }, 'people'],
  [{ agenda: [{ text: '', minutes: 10 }] }, 'agenda'],
  [{ kind: 'seminar' as const }, 'topic'],
])('%o is told at its field', (over, field) => {
  expect(faultOf(form(over))?.field).toBe(field)
})

test('the agenda says which items are study', () => {
  const agenda = [
    { text: '学习文件', minutes: 30 },
    { text: '议事', minutes: 20 },
    { text: '集中学习条例', minutes: 40 },
  ]
  expect(studyHint(form({ agenda }))).toBe('议程第 1、3 项')
  expect(studyHint(form({ agenda: [] }))).toBe('议程里有集中学习才选')
})

test('a refusal stands at its field; one of the whole page at none', () => {
  expect(refusedField({ ok: false, reason: 'missing_topic' })?.field).toBe('topic')
  expect(refusedField({ ok: false, reason: 'invalid_request', detail: { path: 'form.endsAt' } })?.field).toBe(
    'when',
  )
  expect(refusedField({ ok: false, reason: 'wrong_state' })).toBeNull()
})

test('a meeting moved into January is proposed for the year before, and one moved out of it is for its own year', () => {
  const review = form({ kind: 'democratic_review', startsAt: at('2026-12-20T15:00'), forYear: 2026 })
  const yearAt = (from: ActivityForm, day: string) => moveStart(prepared, from, at(`${day}T15:00`)).forYear
  expect(yearAt(review, '2027-01-12')).toBe(2026)
  expect(yearAt(review, '2027-04-12')).toBe(2027)
  const chosen = form({ kind: 'democratic_review', startsAt: at('2027-01-12T15:00'), forYear: 2027 })
  expect(yearAt(chosen, '2027-02-12')).toBe(2027)
  expect(yearAt(form(), '2027-01-12')).toBeUndefined()
})

test('a title that was suggested follows 所属年度', () => {
  const january = form({
    ...{ kind: 'org_life_meeting', title: '2026年度组织生活会', forYear: 2026 },
    ...{ startsAt: at('2027-01-05T15:00'), endsAt: at('2027-01-05T16:30') },
  })
  expect(chooseYear(prepared, january, 2027)).toMatchObject({ title: '2027年度组织生活会', forYear: 2027 })
  expect(chooseYear(prepared, { ...january, title: '年终生活会' }, 2027).title).toBe('年终生活会')
})

describe('a clash', () => {
  const other = { id: 'a1', kind: 'group_meeting' as const, hostId: 'g3', title: '第三党小组9月党小组会' }
  const around = [{ ...other, startsAt: at('2026-09-22T16:00'), endsAt: at('2026-09-22T17:30') }]
  const clash = (over: Partial<ActivityForm>, more: Partial<Prepared> = {}) =>
    clashOf({ ...prepared, around, ...more }, form(over))

  test('is said with the hours and the title of the other, and that it may be published', () => {
    expect(clash({})).toBe(
      '16:00–17:30 已安排“第三党小组9月党小组会”，参加的同志可能重合。可以换个时间，也可以照常发布。',
    )
  })
  test('is none with another group, at another hour, or with the plan itself', () => {
    expect(clash({ kind: 'group_meeting', hostId: 'g1' })).toBeUndefined()
    expect(clash({ endsAt: at('2026-09-22T16:00') })).toBeUndefined()
    expect(clash({}, { current: { id: 'a1', state: 'published', form: form() } })).toBeUndefined()
  })
  test('is said of a branch it is to be held with, and not of what they hold together already', () => {
    const hours = { startsAt: at('2026-09-23T16:00'), endsAt: at('2026-09-23T17:30') }
    const busy = [{ branchId: 'b2', meetingId: 'a2', ...hours }]
    const branches = [{ id: 'b2', name: '县财政局党支部' }]
    const joint = { kinds: ['theme_party_day' as const], branches, basis: '', busy }
    const next = { startsAt: at('2026-09-23T15:00'), endsAt: at('2026-09-23T16:30') }
    expect(clash({ ...next, jointIds: ['b2'] }, { joint })).toBe(
      '县财政局党支部16:00–17:30 已有安排，参加的同志可能重合。可以换个时间，也可以照常发布。',
    )
    expect(clash(next, { joint })).toBeUndefined()
    const current = { id: 'a2', state: 'published' as const, form: form() }
    expect(clash({ ...next, jointIds: ['b2'] }, { joint, current })).toBeUndefined()
  })
})
