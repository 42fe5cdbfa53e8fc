import { kindLabels } from '../activity/kindLabels'
import { activityKinds } from '../contract/lists'
import type { ActivityKind, Standing } from '../contract/words'
import { shortStandingLabels } from '../registry/labels'
import { dayOf } from '../time/day'
import { periodsIn } from '../time/period'
import { periodIn } from './factLines'
import { columnRange, type PaperColumn, type PaperSheet, type SheetCell, type SheetPaper } from './paper'
import type { PaperSpan } from './paperSpan'

/** Expected and came. */
export const CAME = '到'
/** Came without being expected. */
export const BESIDES = '列席'

/** A meeting that was held, with a word on each who was expected or came: 到, 列席, a reason, or 暂无记录. */
export interface MarkedMeeting {
  title: string
  startsAt: number
  /** Its own kind and what it carried. */
  kinds: readonly ActivityKind[]
  /** 学时 (classHoursOf); absent: none. */
  hours?: number
  marks: ReadonlyMap<string, string>
}

export interface Participant {
  id: string
  name: string
  standing: Standing
  /** Meetings of other branches, villages among them, at which they are registered. */
  elsewhere: number
  /** Studies made up. */
  madeUp: number
  /** From when, or until when, they were in the branch, where that lies in the span. */
  remark: string
}

interface Asked {
  organisation: string
  span: PaperSpan
  /** By their start. */
  meetings: readonly MarkedMeeting[]
  /** In register order. */
  people: readonly Participant[]
}

const DETAIL = '会议明细'
/** Columns of 会议明细 before the people. */
const detailColumns: readonly PaperColumn[] = [
  { title: '序号', width: 5 },
  { title: '日期', width: 12 },
  { title: '会议名称', width: 22 },
  { title: '种类', width: 14 },
  { title: '学时', width: 6 },
]

const monthOf = ({ startsAt }: MarkedMeeting): string => dayOf(startsAt).slice(0, 7)
const isExpected = (mark: string | undefined): boolean => mark !== undefined && mark !== BESIDES
const kindsText = (kinds: readonly ActivityKind[]): string => kinds.map((kind) => kindLabels[kind]).join('、')

/** `3/4`: came of expected; nothing where nobody was expected. */
function shareOf(marks: readonly (string | undefined)[]): string {
  const expected = marks.filter(isExpected).length
  return expected === 0 ? '' : `${marks.filter((mark) => mark === CAME).length}/${expected}`
}

/** The second sheet: which meetings, and each member's word on each. */
const detailSheet = ({ meetings, people }: Asked, note: string): PaperSheet => ({
  name: DETAIL,
  title: '党员参加组织生活明细',
  note,
  columns: [...detailColumns, ...people.map(({ name }) => ({ title: name, width: 9 }))],
  rows: meetings.map((meeting, index) => [
    index + 1,
    dayOf(meeting.startsAt),
    meeting.title,
    kindsText(meeting.kinds),
    meeting.hours ?? '',
    ...people.map(({ id }) => meeting.marks.get(id) ?? ''),
  ]),
})

const detailRange = (column: number, rows: number): string => `'${DETAIL}'!${columnRange(column, rows)}`

/** Numbers of one member, counted from their column of 会议明细: of each kind, 学时, 到会 and 应到. */
function countedCells(
  person: Participant,
  place: number,
  kinds: readonly ActivityKind[],
  { meetings }: Asked,
) {
  const own = detailRange(detailColumns.length + place, meetings.length)
  const came = meetings.filter(({ marks }) => marks.get(person.id) === CAME)
  const expected = meetings.filter(({ marks }) => isExpected(marks.get(person.id)))
  return {
    ofKinds: kinds.map((kind) => ({
      formula: `COUNTIFS(${detailRange(3, meetings.length)},"*${kindLabels[kind]}*",${own},"${CAME}")`,
      value: came.filter((meeting) => meeting.kinds.includes(kind)).length,
    })),
    hours: {
      formula: `SUMIF(${own},"${CAME}",${detailRange(4, meetings.length)})`,
      value: came.reduce((sum, { hours = 0 }) => sum + hours, 0),
    },
    came: { formula: `COUNTIF(${own},"${CAME}")`, value: came.length },
    expected: { formula: `COUNTA(${own})-COUNTIF(${own},"${BESIDES}")`, value: expected.length },
  }
}

function personRow(
  person: Participant,
  place: number,
  kinds: readonly ActivityKind[],
  asked: Asked,
): SheetCell[] {
  const { ofKinds, hours, came, expected } = countedCells(person, place, kinds, asked)
  return [
    place + 1,
    person.name,
    shortStandingLabels[person.standing],
    ...periodsIn('month', asked.span).map(({ key }) =>
      shareOf(
        asked.meetings.filter((each) => monthOf(each) === key).map(({ marks }) => marks.get(person.id)),
      ),
    ),
    ...ofKinds,
    person.elsewhere,
    person.madeUp,
    hours,
    came,
    expected,
    person.remark,
  ]
}

const valueOf = (cell: SheetCell | undefined): number =>
  typeof cell === 'number' ? cell : cell !== null && typeof cell === 'object' ? cell.value : 0

/** The last line: each month by all its meetings, and the sum of every column of numbers. */
function totalRow(rows: readonly SheetCell[][], { meetings, span }: Asked): SheetCell[] {
  const months = periodsIn('month', span)
  const first = 3 + months.length
  const width = rows[0]?.length ?? 0
  const sums = Array.from({ length: Math.max(0, width - 1 - first) }, (_, index) => {
    return {
      formula: `SUM(${columnRange(first + index, rows.length)})`,
      value: rows.reduce((sum, row) => sum + valueOf(row[first + index]), 0),
    }
  })
  const ofMonth = (month: string) =>
    shareOf(meetings.filter((each) => monthOf(each) === month).flatMap(({ marks }) => [...marks.values()]))
  return ['', '合计', '', ...months.map(({ key }) => ofMonth(key)), ...sums, '']
}

/** 党员参加组织生活情况表: members by months and by kinds, and a second sheet that says which meetings. */
export function participation(asked: Asked): SheetPaper {
  const { organisation, span, meetings, people } = asked
  const kinds = activityKinds.filter((kind) => meetings.some((meeting) => meeting.kinds.includes(kind)))
  const note = `${organisation}　${span.name}　${CAME}会/应到，未列入应到的月份空着`
  const rows = people.map((person, place) => personRow(person, place, kinds, asked))
  const columns = [
    { title: '序号', width: 5 },
    { title: '姓名', width: 10 },
    { title: '类别', width: 6 },
    ...periodsIn('month', span).map((month) => ({ title: periodIn(month, span), width: 8.5 })),
    ...kinds.map((kind) => ({ title: kindLabels[kind], width: 7 })),
    { title: '在外参加', width: 7 },
    { title: '补学', width: 6 },
    { title: '学时', width: 6 },
    { title: '到会合计', width: 7 },
    { title: '应到合计', width: 7 },
    { title: '备注', width: 13 },
  ]
  const title = '党员参加组织生活情况表'
  return {
    sheets: [
      { name: '情况表', title, note, columns, rows: rows.length > 0 ? [...rows, totalRow(rows, asked)] : [] },
      detailSheet(asked, `${organisation}　${span.name}`),
    ],
  }
}
