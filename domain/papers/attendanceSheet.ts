import { absenceLabels } from '../activity/absenceLabels'
import { wayLabels } from '../checkin/wayLabels'
import type { AbsenceReason, Standing, Way } from '../contract/words'
import { shortStandingLabels } from '../registry/labels'
import { type Minuted, spanText } from './minutesFields'
import type { PaperBlock, TextPaper } from './paper'

/** Somebody expected, in register order, and what became of it: nothing yet where nobody has said. */
export interface Expected {
  name: string
  group: string
  standing: Standing
  came?: Way
  absent?: { reason: AbsenceReason; onLeave: boolean }
}

/** From another branch, or not on the list. */
export interface Guest {
  name: string
  branch: string
  way: Way
}

export interface Roll {
  expected: readonly Expected[]
  guests: readonly Guest[]
}

/** 到会 and how, 请假 or 缺席 with the bare reason; empty where nobody has said. */
const stateOf = ({ came, absent }: Expected): string => {
  if (came) return `到会（${wayLabels[came]}）`
  return absent ? `${absent.onLeave ? '请假' : '缺席'}（${absenceLabels[absent.reason]}）` : ''
}

const columns = [
  { title: '序号', width: 10 },
  { title: '姓名', width: 16 },
  { title: '党小组', width: 18 },
  { title: '类别', width: 10 },
  { title: '签名', width: 16 },
  { title: '备注', width: 30 },
]
const rowOf = (one: Expected, index: number): string[] => [
  `${index + 1}`,
  one.name,
  one.group,
  shortStandingLabels[one.standing],
  '',
  stateOf(one),
]

/** Rows for whoever sits in without being a member of the branch. */
const OBSERVER_ROWS = 5

const observersOf = ({ record: { observers = [] } }: Minuted): string[][] =>
  Array.from({ length: Math.max(OBSERVER_ROWS, observers.length) }, (_, index) => [
    observers[index]?.name ?? '',
    observers[index]?.post ?? '',
    '',
  ])

const others = (title: string, columnTitles: string[], rows: string[][]): PaperBlock[] =>
  rows.length === 0
    ? []
    : [
        { is: 'heading', text: title },
        {
          is: 'table',
          columns: columnTitles.map((each, index) => ({ title: each, width: index === 1 ? 40 : 30 })),
          rows,
        },
      ]

const headOf = ({ record, organisation }: Minuted, { expected }: Roll): PaperBlock => {
  const came = expected.filter((one) => one.came).length
  const isOver = record.state === 'closed' || record.state === 'recorded'
  const numbers = `应到 ${expected.length} 人${isOver ? `，实到 ${came} 人` : ''}`
  return {
    is: 'fields',
    fields: [
      { label: '党组织', lines: [organisation] },
      { label: '会议名称', lines: [record.title] },
      { label: '时间', lines: [spanText(record)] },
      { label: '地点', lines: [record.place] },
      { label: '人数', lines: [numbers] },
    ],
  }
}

/** 到会登记表: before the meeting to be signed, afterwards filled. Everybody expected has a row; who was struck out and restored has one. */
export function attendanceSheet(minuted: Minuted, roll: Roll): TextPaper {
  const { state } = minuted.record
  const { expected, guests } = roll
  return {
    isDraft: state === 'closed',
    title: '到会登记表',
    blocks: [
      headOf(minuted, roll),
      { is: 'heading', text: '应到党员' },
      { is: 'table', columns, rows: expected.map(rowOf) },
      ...others(
        '其他支部党员',
        ['姓名', '所在支部', '方式'],
        guests.map(({ name, branch, way }) => [name, branch, wayLabels[way]]),
      ),
      ...others('列席', ['姓名', '单位及职务', '签名'], observersOf(minuted)),
    ],
  }
}
