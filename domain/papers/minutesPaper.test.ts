import { activityKinds } from '../contract/lists'
import { copyFields } from './copyFields'
import { type MeetingRecord, type Minuted, minutesFields } from './minutesFields'
import { minutesPaper } from './minutesPaper'

const startsAt = Date.parse('2026-09-22T15:00:00+08:00')
const aRecord = (overrides: Partial<MeetingRecord> = {}): MeetingRecord => ({
  id: 'a',
  title: '9月主题党日',
  state: 'recorded',
  kind: 'theme_party_day',
  branchId: 'branch1',
  startsAt,
  endsAt: startsAt + 5_400_000,
  place: '局三楼会议室',
  agenda: [{ text: '学习', minutes: 30 }],
  expected: { total: 18, full: 16, probationary: 2 },
  attended: { total: 16, full: 15, probationary: 1, backfilled: 0, guests: 0 },
  absent: [{ memberId: 'm1', name: '吴丽', reason: 'public_duty' }],
  unsettled: [],
  recordings: [{ at: startsAt, by: '李建国' }],
  mayTakeBack: false,
  paperUntil: startsAt,
  witnesses: [],
  ...overrides,
})
const minuted = (overrides: Partial<MeetingRecord> = {}, more: Partial<Minuted> = {}): Minuted => ({
  ...{ organisation: '县农业农村局党支部', carries: [], waiting: 0 },
  record: aRecord(overrides),
  ...more,
})
const labels = (one: Minuted) => minutesFields(one).map(({ label }) => label)

const head = [
  '党组织',
  '会议名称',
  '时间',
  '地点',
  '主持人',
  '记录人',
  '应到',
  '实到',
  '列席',
  '缺席人员及原因',
  '主题',
]

test.each(activityKinds)('%s: minutes have the customary fields in the customary order', (kind) => {
  const said = labels(minuted({ kind }))
  expect(said.slice(0, head.length)).toEqual(head)
  expect(said.slice(-3)).toEqual(['议程', '内容', '决议'])
})

test('each kind adds its own after 主题', () => {
  const added = Object.fromEntries(
    activityKinds.map((kind) => [kind, labels(minuted({ kind })).slice(head.length, -3)]),
  )
  expect(added).toEqual({
    theme_party_day: ['同时开展'],
    study: ['篇目'],
    group_meeting: ['党小组'],
    committee_meeting: ['支部委员'],
    general_meeting: ['有表决权党员'],
    lecture: ['讲课人', '讨论'],
    seminar: ['发言人', '发言要点'],
    org_life_meeting: ['所属年度', '已开展', '各人发言'],
    democratic_review: ['所属年度', '已开展', '测评票'],
    secretary_report: ['述职人', '所属年度', '点评'],
    community_service: [],
    unit_theory_study: ['篇目', '重点发言'],
    work_briefing: ['汇报人', '研究意见'],
  })
})

test('what is not entered is rows for the hand, and what is entered leaves none', () => {
  const blank = (one: Minuted, label: string) =>
    minutesFields(one).find((field) => field.label === label)?.blank
  expect([blank(minuted(), '内容'), blank(minuted(), '决议')]).toEqual([6, 3])
  const entered = minuted({ contents: '学习了文件', resolution: '同意' })
  expect([blank(entered, '内容'), blank(entered, '决议')]).toEqual([undefined, undefined])
})

test('a committee below half is said to count for nothing', () => {
  const said = (present: number, isBelowHalf: boolean) =>
    minutesFields(minuted({ kind: 'committee_meeting' }, { committee: { seats: 5, present, isBelowHalf } }))
      .filter(({ label }) => label === '支部委员')
      .flatMap(({ lines }) => lines)
  expect(said(2, true)).toEqual(['应到 5 人，实到 2 人，未过半数（不计入）'])
  expect(said(3, false)).toEqual(['应到 5 人，实到 3 人，到会已达半数'])
})

test('a draft says so and how many wait; one in the book says neither', () => {
  const draft = minuted({ state: 'closed' }, { waiting: 2 })
  expect(minutesPaper(draft).isDraft).toBe(true)
  expect(labels(draft)).toContain('补登待核')
  const recorded = minuted({}, { waiting: 2 })
  expect(minutesPaper(recorded).isDraft).toBe(false)
  expect(labels(recorded)).not.toContain('补登待核')
})

test('逐栏复制 is what the minutes say, in its own order; an empty one is 无', () => {
  const fields = copyFields(aRecord())
  expect(fields.map(({ label }) => label)).toHaveLength(11)
  expect(fields[1]).toEqual({ label: '时间', text: '2026年9月22日 15:00–16:30' })
  expect(fields[7]).toEqual({ label: '缺席人员及原因', text: '吴丽：公务外出' })
  expect(fields[8]).toEqual({ label: '主题', text: '无' })
})
