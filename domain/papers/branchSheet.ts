import { basisLine } from '../duty/ruleText'
import { headingLabels } from '../keptLists/template'
import { dayOf } from '../time/day'
import { formatDay } from '../time/format'
import type { CountedIn, FactLine } from './factLines'
import { periodIn } from './factLines'
import { cellsUnder, type SheetCell, type SheetPaper, sheetRow, type TextPaper } from './paper'
import type { PaperSpan } from './paperSpan'

export const FACT_SHEET = '组织生活开展情况表'
export const SOURCES = '来源'
export const SIGNERS: readonly string[] = ['填报人', '审核人']

export interface BranchFacts {
  organisation: string
  span: PaperSpan
  /** `2026年9月22日`: what was entered later is not in it. */
  asOf: string
  lines: readonly FactLine[]
}

/** 计入 of a record that fills what its period asks for. */
export const FILLS = '是'
const BESIDES = '另有'
const EVER = '定期'

/** A row a counted record: which line it stands behind, and whether it fills it. */
const sourceColumns = [
  { title: '行', width: 6 },
  { title: '事项', width: 18 },
  { title: '时段', width: 14 },
  { title: '日期', width: 14 },
  { title: '记录', width: 44 },
  { title: '补录', width: 8 },
  { title: '计入', width: 10 },
] as const

/** Cells of a column of 来源 over so many records. */
const cells = (title: (typeof sourceColumns)[number]['title'], records: number): string =>
  cellsUnder(SOURCES, sourceColumns, title, records)

const dayText = (at: number): string => dayOf(at)

const sourceRow = (line: FactLine, place: number, { record, period, fills }: CountedIn, span: PaperSpan) => [
  place + 1,
  line.duty.label,
  periodIn(period, span),
  dayText(record.at),
  record.title,
  record.backfilled ? '是' : '',
  fills ? FILLS : BESIDES,
]

/** 另有: records that count and fill nothing that is asked for. */
export const besidesOf = ({ counted }: FactLine): number => counted.filter(({ fills }) => !fills).length

/** Counted from 来源, so that a record that is struck out there changes the number. `row`: on which it stands, from 0. */
function countedCells(line: FactLine, row: number, records: number): SheetCell[] {
  const counts = (...more: string[]) =>
    `COUNTIFS(${[`${cells('行', records)},$A${sheetRow(row)}`, ...more].join(',')})`
  const fills = `${cells('计入', records)},"${FILLS}"`
  return [
    { formula: counts(fills), value: line.done },
    { formula: counts(fills, `${cells('补录', records)},"是"`), value: line.late },
    { formula: counts(`${cells('计入', records)},"${BESIDES}"`), value: besidesOf(line) },
  ]
}

const nameOf = ({ duty, when }: FactLine): string => (when === '' ? duty.label : `${duty.label}（${when}）`)
const noteOf = ({ organisation, span, asOf }: BranchFacts): string =>
  `${organisation}　${span.name}　截至${asOf}`

const columns = [
  { title: '序号', width: 6 },
  { title: '事项', width: 20 },
  { title: '应开展', width: 9 },
  { title: '已开展', width: 9 },
  { title: '其中补录', width: 9 },
  { title: '另有', width: 8 },
  { title: '待确认', width: 8 },
  { title: '暂无记录的月份、季度', width: 30 },
  { title: '不作硬性要求', width: 18 },
  { title: '依据', width: 38 },
]

/** What a table says from top to bottom: its lines, and before the first of each of 五个基本 its name, where the county has put them under it. */
const rowsOf = (lines: readonly FactLine[]): (FactLine | string)[] =>
  lines.flatMap((line, place) => {
    const { heading } = line
    const isFirst = heading !== undefined && lines[place - 1]?.heading !== heading
    return isFirst ? [headingLabels[heading], line] : [line]
  })

const mainRow = (
  line: FactLine,
  { place, row, records }: Record<'place' | 'row' | 'records', number>,
): SheetCell[] => [
  place + 1,
  nameOf(line),
  line.needed ?? EVER,
  ...countedCells(line, row, records),
  line.waits,
  line.open.join('、'),
  line.free.join('、'),
  basisLine(line.duty.basis),
]

/** 支部一张: a row a 事项, and 来源 with a row a record. Nothing is scored and nothing is compared. */
export function branchSheet(facts: BranchFacts): SheetPaper {
  const { lines, span } = facts
  const note = noteOf(facts)
  const sources = lines.flatMap((line, place) => line.counted.map((one) => sourceRow(line, place, one, span)))
  const rows = rowsOf(lines).map((line, row) =>
    typeof line === 'string'
      ? ['', line, ...columns.slice(2).map(() => '')]
      : mainRow(line, { place: lines.indexOf(line), row, records: sources.length }),
  )
  return {
    sheets: [
      { name: '情况表', title: FACT_SHEET, note, columns, rows, foot: SIGNERS },
      { name: SOURCES, title: `${FACT_SHEET}${SOURCES}`, note, columns: sourceColumns, rows: sources },
    ],
  }
}

/** The same for the file: without 来源, whose days stand in 述职材料. */
export const branchSheetText = (facts: BranchFacts): TextPaper => ({
  isDraft: false,
  title: FACT_SHEET,
  blocks: [
    { is: 'text', text: noteOf(facts) },
    {
      is: 'table',
      columns: [
        { title: '事项', width: 24 },
        { title: '应开展', width: 12 },
        { title: '已开展', width: 12 },
        { title: '其中补录', width: 12 },
        { title: '待确认', width: 10 },
        { title: '暂无记录的月份、季度', width: 30 },
      ],
      rows: rowsOf(facts.lines).map((line) =>
        typeof line === 'string'
          ? [line, '', '', '', '', '']
          : [
              nameOf(line),
              `${line.needed ?? EVER}`,
              `${line.done}`,
              `${line.late}`,
              `${line.waits}`,
              line.open.join('、'),
            ],
      ),
    },
    ...basisBlocks(facts.lines),
    { is: 'signatures', who: SIGNERS },
  ],
})

/** Under the table: on what each rule rests that was changed inside the span. */
const basisBlocks = (lines: readonly FactLine[]): TextPaper['blocks'] =>
  lines
    .filter(({ when }) => when !== '')
    .map((line) => ({ is: 'text', text: `${nameOf(line)}依据：${basisLine(line.duty.basis)}` }))

/** Days of the records that count, as a text names them: `1月15日、2月12日（补录）`. */
export const recordDays = ({ counted }: FactLine): string =>
  counted
    .filter(({ fills }) => fills)
    .map(({ record }) => `${formatDay(record.at)}${record.backfilled ? '（补录）' : ''}`)
    .join('、')
