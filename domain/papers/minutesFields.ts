import { absenceLabels } from '../activity/absenceLabels'
import { kindLabels } from '../activity/kindLabels'
import { contentTexts, jointTexts, stepTexts } from '../activity/minutesLabels'
import type { ResponseOf } from '../contract/actions'
import type { ActivityKind } from '../contract/words'
import { formatClock, formatYearDay } from '../time/format'
import type { PaperField } from './paper'

/** The record as its page shows it. */
export type MeetingRecord = ResponseOf<'activity.record'>

/** A record, and what its page shows beside it. */
export interface Minuted {
  record: MeetingRecord
  /** The branch, or of a 中心组 its unit. */
  organisation: string
  /** The group that held it. */
  groupName?: string
  carries: readonly ActivityKind[]
  /** 补登 that wait for their second person: in a draft alone. */
  waiting: number
  /** Of a 支委会: seats, and who of them was there. */
  committee?: { seats: number; present: number; isBelowHalf: boolean }
}

const people = ({ total, full, probationary }: MeetingRecord['expected']): string =>
  `${total} 人（正式 ${full}，预备 ${probationary}）`

/** `2026年9月22日 15:00–16:40`; one that ends on another day says both. */
export function spanText({ startsAt, endsAt }: Pick<MeetingRecord, 'startsAt' | 'endsAt'>): string {
  const [from, to] = [formatYearDay(startsAt), formatYearDay(endsAt)]
  return `${from} ${formatClock(startsAt)}–${from === to ? '' : `${to} `}${formatClock(endsAt)}`
}

const attendedText = ({ attended }: MeetingRecord): string =>
  [
    people(attended),
    attended.backfilled > 0 && `其中补登 ${attended.backfilled} 人`,
    attended.guests > 0 && `名单外另有 ${attended.guests} 人`,
  ]
    .filter(Boolean)
    .join('；')

const one = (label: string, text: string | undefined, blank = 0): PaperField => ({
  label,
  lines: text ? [text] : [],
  ...(blank > 0 && !text && { blank }),
})

/** 缺席人员及原因, one a line. Whoever is not settled yet has an empty line, never a name: no record is no absence. */
const absentField = ({ absent, unsettled }: MeetingRecord): PaperField => ({
  label: '缺席人员及原因',
  lines: absent.map(({ name, reason }) => `${name}：${absenceLabels[reason]}`),
  ...(unsettled.length > 0 && { blank: 1 }),
})

const observersField = ({ observers = [] }: MeetingRecord): PaperField => ({
  label: '列席',
  lines: observers.map(({ name, post }) => (post ? `${name}（${post}）` : name)),
})

const lecturerField = (
  label: string,
  { lecturer, lecturerName, lecturerPost }: MeetingRecord,
): PaperField => {
  const name = lecturer ?? lecturerName
  return one(label, name && (lecturerPost ? `${name}（${lecturerPost}）` : name))
}

const listed = (label: string, texts: readonly string[] = [], blank = 0): PaperField => ({
  label,
  lines: texts,
  ...(blank > 0 && texts.length === 0 && { blank }),
})

const stepsField = (record: MeetingRecord): PaperField => listed('已开展', stepTexts(record))

const yearField = ({ year }: MeetingRecord): PaperField => one('所属年度', year && `${year.value}年度`)
const speakersField = (label: string, { speakers = [] }: MeetingRecord): PaperField =>
  listed(label, speakers.length > 0 ? [speakers.map(({ name }) => name).join('、')] : [])

const votersField = ({ voting }: MeetingRecord): PaperField =>
  one('有表决权党员', voting && `应到 ${voting.full} 人，实到 ${voting.present} 人`)

const committeeField = ({ committee }: Minuted): PaperField =>
  one(
    '支部委员',
    committee &&
      `应到 ${committee.seats} 人，实到 ${committee.present} 人，${committee.isBelowHalf ? '未过半数（不计入）' : '到会已达半数'}`,
  )

const hand = (label: string, blank: number): PaperField => ({ label, lines: [], blank })
const carriedField = (carries: readonly ActivityKind[]): PaperField =>
  one('同时开展', carries.map((kind) => kindLabels[kind]).join('、'))

/** What a kind's minutes say after 主题, in the customary order. */
const fieldsOfKind: Record<ActivityKind, (minuted: Minuted) => PaperField[]> = {
  general_meeting: ({ record }) => [votersField(record)],
  committee_meeting: (minuted) => [committeeField(minuted)],
  group_meeting: ({ groupName }) => [one('党小组', groupName)],
  lecture: ({ record }) => [lecturerField('讲课人', record), hand('讨论', 2)],
  theme_party_day: ({ carries }) => [carriedField(carries)],
  study: ({ record }) => [listed('篇目', record.readings, 1)],
  seminar: ({ record }) => [speakersField('发言人', record), hand('发言要点', 3)],
  org_life_meeting: ({ record }) => [yearField(record), stepsField(record), hand('各人发言', 4)],
  democratic_review: ({ record }) => [yearField(record), stepsField(record), hand('测评票', 1)],
  secretary_report: ({ record }) => [lecturerField('述职人', record), yearField(record), hand('点评', 3)],
  unit_theory_study: ({ record }) => [listed('篇目', record.readings, 1), speakersField('重点发言', record)],
  work_briefing: ({ record }) => [one('汇报人', record.reporter), hand('研究意见', 3)],
  community_service: () => [],
}

const tagsField = (record: MeetingRecord): PaperField[] => {
  const said = contentTexts(record)
  return said.length > 0 ? [one('其他', said.join('、'))] : []
}

const waitingField = ({ record, waiting }: Minuted): PaperField[] =>
  record.state !== 'recorded' && waiting > 0 ? [one('补登待核', `另有 ${waiting} 人`)] : []

/** A lecturer carried by a 主题党日 is named where its kind names none. */
const carriedLecturer = ({ record, carries }: Minuted): PaperField[] =>
  record.kind === 'theme_party_day' && carries.includes('lecture') ? [lecturerField('讲课人', record)] : []

/** 联合开展: who held it together. Each branch keeps its own record, so that 应到 and 实到 are this one's. */
const jointField = ({ record: { joint }, organisation }: Minuted): PaperField[] => {
  if (!joint) return []
  const [convening, ...invited] = joint.branches
  const others = [...invited, convening].filter((name) => name !== organisation).join('、')
  const names = jointTexts(joint.branches).join('、')
  return [{ label: '参加支部', lines: [names, `与${others}联合开展，人数只计本支部`] }]
}

/**
 * 会议记录 in the customary order, from what the page of the record shows. 逐栏复制 takes its texts from here too. Contents and resolution are
 * empty rows for the hand unless the branch has entered them.
 */
export function minutesFields(minuted: Minuted): PaperField[] {
  const { record, organisation } = minuted
  const { agenda } = record
  return [
    one('党组织', organisation),
    one('会议名称', record.title),
    one('时间', spanText(record)),
    one('地点', record.place),
    ...jointField(minuted),
    one('主持人', record.chair),
    one('记录人', record.recorder),
    one('应到', people(record.expected)),
    one('实到', attendedText(record)),
    ...waitingField(minuted),
    observersField(record),
    absentField(record),
    one('主题', record.topic),
    ...fieldsOfKind[record.kind](minuted),
    ...carriedLecturer(minuted),
    ...tagsField(record),
    listed(
      '议程',
      agenda.map(({ text }, index) => `${index + 1}. ${text}`),
    ),
    one('内容', record.contents, 6),
    one('决议', record.resolution, 3),
  ]
}
