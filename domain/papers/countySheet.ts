import type { CountyGroupOf } from '../contract/factTable'
import type { Duty } from '../duty/duty'
import { amountText, basisLine } from '../duty/ruleText'
import type { DoneOfOwed, Side } from '../progress/doneOfOwed'
import type { Period } from '../time/period'
import { SIGNERS, SOURCES } from './branchSheet'
import { periodIn } from './factLines'
import {
  cellsUnder,
  columnRange,
  type PaperSheet,
  type SheetCell,
  type SheetPaper,
  sheetRow,
  type TextPaper,
} from './paper'
import type { PaperSpan } from './paperSpan'

/** A branch or a unit, in 组织序列. */
export interface CountyPlace {
  id: string
  /** The unit it stands under. */
  unit: string
  name: string
  /** As the last period has them. */
  members: number
  /** `至6月30日`: where it began or ended in the span. */
  remark: string
}

/** A rule as one of its versions has it. */
export interface CountyItem {
  duty: Duty
  /** As the county's pages call it. */
  label: string
  /** Where it held for some of the periods only: `1月至6月`; else empty. */
  when: string
}

/** What one place has done of what it owed in one period, as the county's page of that period adds it up. */
export interface CountyCell {
  placeId: string
  item: CountyItem
  period: Period
  numbers: DoneOfOwed
}

/** 支部事项, 党员事项, 单位事项: whose they are, and the numbers. */
export interface CountyGroup {
  of: CountyGroupOf
  name: string
  /** What is counted: 期, 人次. */
  measure: string
  places: readonly CountyPlace[]
  items: readonly CountyItem[]
  cells: readonly CountyCell[]
}

export interface CountyFacts {
  organisation: string
  span: PaperSpan
  asOf: string
  /** Of the sheets. */
  title: string
  groups: readonly CountyGroup[]
  /** Periods in which something may still be entered: nobody is named in them, and they are not in. */
  left: readonly string[]
}

/** Columns before the first 事项. */
const HEAD = 4

export const itemName = ({ label, when }: CountyItem): string => (when === '' ? label : `${label}（${when}）`)

const noteOf = ({ organisation, span, asOf, left }: CountyFacts): string =>
  [
    ...[organisation, span.name, `截至${asOf}`],
    left.length > 0 && `录入还没有截止、不在表内：${left.join('、')}`,
  ]
    .filter(Boolean)
    .join('　')

const sourceName = ({ name }: CountyGroup): string => `${name}${SOURCES}`
const sourceColumns = [
  { title: '行', width: 6 },
  { title: '列', width: 6 },
  { title: '名称', width: 36 },
  { title: '事项', width: 22 },
  { title: '时段', width: 14 },
  { title: '应', width: 8 },
  { title: '已', width: 8 },
  { title: '补录', width: 8 },
  { title: '待确认', width: 8 },
] as const
type SourceTitle = (typeof sourceColumns)[number]['title']

/** Of a place or of all, of one 事项: what was done, owed, done late, or waits. */
export const sumOf = (cells: readonly CountyCell[], side: Side): number =>
  cells.reduce((sum, { numbers }) => sum + (numbers[side] ?? 0), 0)

/** 应, 已, 补录, 待确认 of one period, as a row of 来源 has them. */
export const sourceNumbers = ({ numbers: [done, owed, late = 0, waits = 0] }: CountyCell): number[] => [
  ...[owed, done, late, waits],
]

/** Of a county of 600 branches there are tens of thousands: they are looked through once. */
const known = new WeakMap<CountyGroup, Map<string, CountyCell[]>>()

function indexed(group: CountyGroup): Map<string, CountyCell[]> {
  const before = known.get(group)
  if (before) return before
  const index = new Map<string, CountyCell[]>()
  for (const cell of group.cells)
    for (const key of [cell.item.duty._id, `${cell.item.duty._id} ${cell.placeId}`])
      if (!index.get(key)?.push(cell)) index.set(key, [cell])
  known.set(group, index)
  return index
}

export const cellsOf = (group: CountyGroup, { duty }: CountyItem, placeId?: string): readonly CountyCell[] =>
  indexed(group).get(placeId === undefined ? duty._id : `${duty._id} ${placeId}`) ?? []

/** A row for each number the sums are made of, place by place. */
const sourceRows = (group: CountyGroup, span: PaperSpan): SheetCell[][] =>
  group.places.flatMap(({ id, name }, place) =>
    group.items.flatMap((item, column) =>
      cellsOf(group, item, id).map((cell) => [
        ...[place + 1, column + 1, name, itemName(item)],
        ...[periodIn(cell.period, span), ...sourceNumbers(cell)],
      ]),
    ),
  )

/** Cells of 来源 under a heading. */
const underIn = (group: CountyGroup, records: number) => (title: SourceTitle) =>
  cellsUnder(sourceName(group), sourceColumns, title, records)

function placeRow(group: CountyGroup, own: CountyPlace, place: number, records: number): SheetCell[] {
  const { id, unit, name, members, remark } = own
  const under = underIn(group, records)
  const cell = (item: CountyItem, column: number, title: '应' | '已'): SheetCell => ({
    formula: `SUMIFS(${under(title)},${under('行')},$A${sheetRow(place)},${under('列')},${column + 1})`,
    value: sumOf(cellsOf(group, item, id), title === '已' ? 0 : 1),
  })
  return [
    ...[place + 1, unit, name, members],
    ...group.items.flatMap((item, column) => [cell(item, column, '应'), cell(item, column, '已')]),
    remark,
  ]
}

const sum = (column: number, places: number, value: number): SheetCell => ({
  formula: `SUM(${columnRange(column, places)})`,
  value,
})

function totalRow(group: CountyGroup): SheetCell[] {
  const { places, items } = group
  return [
    ...['', '合计', `${places.length} 个`],
    sum(
      HEAD - 1,
      places.length,
      places.reduce((all, { members }) => all + members, 0),
    ),
    ...items.flatMap((item, index) =>
      ([1, 0] as const).map((side, at) =>
        sum(HEAD + 2 * index + at, places.length, sumOf(cellsOf(group, item), side)),
      ),
    ),
    '',
  ]
}

/** Under 合计: of all that was done what was entered afterwards, and what waits for somebody's word. */
function besideRow(
  group: CountyGroup,
  records: number,
  { name, title, side }: { name: string; title: SourceTitle; side: Side },
): SheetCell[] {
  const under = underIn(group, records)
  const cell = (item: CountyItem, column: number): SheetCell => ({
    formula: `SUMIFS(${under(title)},${under('列')},${column + 1})`,
    value: sumOf(cellsOf(group, item), side),
  })
  return [...['', name, '', ''], ...group.items.flatMap((item, column) => ['', cell(item, column)]), '']
}

/** What stands under 合计. */
const besides: readonly { name: string; title: SourceTitle; side: Side }[] = [
  { name: '其中补录', title: '补录', side: 2 },
  { name: '另有待确认（条）', title: '待确认', side: 3 },
]

function groupSheets(group: CountyGroup, facts: CountyFacts): PaperSheet[] {
  const { places, items, name, measure } = group
  const sources = sourceRows(group, facts.span)
  const title = `${facts.title}（${name}，按${measure}计）`
  const note = noteOf(facts)
  return [
    {
      ...{ name, title, note },
      columns: [
        { title: '序号', width: 6 },
        { title: '单位', width: 26 },
        { title: '党组织', width: 30 },
        { title: '党员数', width: 8 },
        ...items.flatMap((item) => [
          { title: `${itemName(item)}应`, width: 9 },
          { title: `${itemName(item)}已`, width: 9 },
        ]),
        { title: '备注', width: 16 },
      ],
      rows: [
        ...places.map((own, place) => placeRow(group, own, place, sources.length)),
        totalRow(group),
        ...besides.map((one) => besideRow(group, sources.length, one)),
      ],
      foot: SIGNERS,
    },
    { name: sourceName(group), title: `${title}${SOURCES}`, note, columns: sourceColumns, rows: sources },
  ]
}

/** On what each 事项 rests; of a rule that was changed inside the span each version. */
const basisSheet = (facts: CountyFacts): PaperSheet => ({
  name: '依据',
  title: '事项和依据',
  note: noteOf(facts),
  columns: [
    { title: '事项', width: 30 },
    { title: '次数', width: 24 },
    { title: '依据', width: 70 },
  ],
  rows: facts.groups.flatMap(({ items }) =>
    items.map((item) => [itemName(item), amountText(item.duty), basisLine(item.duty.basis)]),
  ),
})

/**
 * 全县直汇总: a row a branch in 组织序列 and never by a result, 合计 under it. Each number is a sum of those the county's pages show of the single periods: of a branch's
 * own duty the periods in which it was done, of a member's the members who had it.
 */
export const countySheet = (facts: CountyFacts): SheetPaper => ({
  sheets: [...facts.groups.flatMap((group) => groupSheets(group, facts)), basisSheet(facts)],
})

/** A table of one group for the file: 已/应 of each place in one cell. */
function groupTable(group: CountyGroup): TextPaper['blocks'] {
  const { places, items, name, measure } = group
  const cell = (item: CountyItem, placeId?: string) => {
    const own = cellsOf(group, item, placeId)
    return own.length === 0 ? '' : `${sumOf(own, 0)}/${sumOf(own, 1)}`
  }
  return [
    { is: 'heading', text: `${name}（已/应，按${measure}计）` },
    {
      is: 'table',
      isSmall: true,
      columns: [
        { title: '序号', width: 8 },
        { title: '党组织', width: 34 },
        ...items.map((item) => ({ title: itemName(item), width: 14 })),
      ],
      rows: [
        ...places.map((place, index) => [
          `${index + 1}`,
          [place.name, place.remark && `（${place.remark}）`].join(''),
          ...items.map((item) => cell(item, place.id)),
        ]),
        ['', '合计', ...items.map((item) => cell(item))],
        ...besides.map(({ name: beside, side }) => [
          ...['', beside],
          ...items.map((item) => `${sumOf(cellsOf(group, item), side)}`),
        ]),
      ],
    },
  ]
}

export const countySheetText = (facts: CountyFacts): TextPaper => ({
  isDraft: false,
  title: facts.title,
  blocks: [
    { is: 'text', text: noteOf(facts) },
    ...facts.groups.flatMap(groupTable),
    { is: 'signatures', who: SIGNERS },
  ],
})
