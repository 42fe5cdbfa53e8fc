import { absenceLabels } from '../activity/absenceLabels'
import { kindLabels } from '../activity/kindLabels'
import { activityKinds } from '../contract/lists'
import type { ActivityKind } from '../contract/words'
import type { NotCountedReason } from '../evidence/seenRecord'
import { dayOf } from '../time/day'
import type { Period } from '../time/period'
import { periodName } from './fileName'
import type { HeldIn } from './heldIn'
import type { Minuted } from './minutesFields'
import { columnRange, type PaperSheet, type SheetCell, type SheetPaper } from './paper'

export const LEDGER = '三会一课台账'

export interface Ledger {
  organisation: string
  span: Period
  /** Held, in the order of their start: drafts and cancelled ones are none. */
  meetings: readonly Minuted[]
  held: HeldIn
}

/** Why a meeting does not count, in a cell. */
export const whyNot: Partial<Record<NotCountedReason, string>> = {
  waiting_confirmation: '等第二人确认',
  not_yet_closed: '没有结束登记',
  no_topic: '缺研讨主题',
  no_lecturer: '缺讲课人或题目',
  committee_below_half: '未过半数',
}

const columns = [
  { title: '序号', width: 5 },
  { title: '日期', width: 13 },
  { title: '会议名称', width: 22 },
  { title: '地点', width: 14 },
  { title: '主持人', width: 9 },
  { title: '记录人', width: 9 },
  { title: '主题（讲课人）', width: 24 },
  { title: '应到', width: 6 },
  { title: '实到', width: 6 },
  { title: '缺席（姓名：原因）', width: 24 },
  { title: '记录', width: 9 },
  { title: '补录', width: 6 },
  { title: '计入', width: 14 },
  { title: '备注', width: 14 },
] as const

type Title = (typeof columns)[number]['title']
const placeOf = (title: Title): number => columns.findIndex((column) => column.title === title)

const isOf = ({ record, carries }: Minuted, kind: ActivityKind): boolean =>
  record.kind === kind || carries.includes(kind)

/** 是; 否 and why; nothing where the rules ask nothing of the kind. */
function countsText(
  { record: { id } }: Minuted,
  kind: ActivityKind,
  { counted, notCounted }: HeldIn,
): string {
  if (counted.get(kind)?.has(id)) return '是'
  const reason = notCounted.get(id)
  if (reason) return `否（${whyNot[reason] ?? '按规则不计入'}）`
  return counted.has(kind) ? '否' : '不设次数'
}

const topicText = ({ topic, lecturer, lecturerName }: Minuted['record']): string => {
  const by = lecturer ?? lecturerName
  return [topic, by && `（${by}）`].filter(Boolean).join('')
}

const remarkOf = ({ record }: Minuted, kind: ActivityKind): string =>
  record.kind === kind ? '' : `随${kindLabels[record.kind]}`

const rowOf = (minuted: Minuted, index: number, kind: ActivityKind, held: HeldIn): SheetCell[] => {
  const { record } = minuted
  return [
    index + 1,
    dayOf(record.startsAt),
    record.title,
    record.place,
    record.chair ?? '',
    record.recorder ?? '',
    topicText(record),
    record.expected.total,
    record.attended.total,
    record.absent.map(({ name, reason }) => `${name}：${absenceLabels[reason]}`).join('；'),
    record.state === 'recorded' ? '已成册' : '未成册',
    record.late ? '是' : '',
    countsText(minuted, kind, held),
    remarkOf(minuted, kind),
  ]
}

function kindSheet(kind: ActivityKind, { organisation, span, meetings, held }: Ledger): PaperSheet {
  const rows = meetings
    .filter((minuted) => isOf(minuted, kind))
    .map((minuted, index) => rowOf(minuted, index, kind, held))
  return {
    name: kindLabels[kind],
    title: `${kindLabels[kind]}台账`,
    note: `${organisation}　${periodName(span)}`,
    columns,
    rows,
  }
}

/** The cells of a column on a kind's sheet. */
const rangeOf = ({ name, rows }: PaperSheet, title: Title): string =>
  `'${name}'!${columnRange(placeOf(title), rows.length)}`

const countRows = ({ rows }: PaperSheet, titles: readonly Title[]): number =>
  rows.filter((row) => titles.every((title) => row[placeOf(title)] === '是')).length

/** 已开展 is counted from the sheet of its kind, so that a row that is put right changes it. */
function summaryRow({ label, needed }: HeldIn['owed'][number], sheet: PaperSheet): SheetCell[] {
  const counts = rangeOf(sheet, '计入')
  const late = rangeOf(sheet, '补录')
  return [
    label,
    needed ?? '定期',
    { formula: `COUNTIF(${counts},"是")`, value: countRows(sheet, ['计入']) },
    { formula: `COUNTIFS(${counts},"是",${late},"是")`, value: countRows(sheet, ['计入', '补录']) },
  ]
}

/** 三会一课台账: a sheet a kind, and a first one that counts them as the branch's page does. */
export function ledger(asked: Ledger): SheetPaper {
  const { organisation, span, meetings, held } = asked
  const kinds = activityKinds.filter(
    (kind) => held.owed.some((each) => each.kind === kind) || meetings.some((minuted) => isOf(minuted, kind)),
  )
  const sheets = new Map(kinds.map((kind) => [kind, kindSheet(kind, asked)]))
  const rows = held.owed.flatMap((line) => {
    const sheet = sheets.get(line.kind)
    return sheet ? [summaryRow(line, sheet)] : []
  })
  const summary: PaperSheet = {
    name: '汇总',
    title: LEDGER,
    note: `${organisation}　${periodName(span)}`,
    columns: [
      { title: '事项', width: 26 },
      { title: '应开展', width: 12 },
      { title: '已开展', width: 12 },
      { title: '其中补录', width: 12 },
    ],
    rows,
  }
  return { sheets: [summary, ...sheets.values()] }
}
