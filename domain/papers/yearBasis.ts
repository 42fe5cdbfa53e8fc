import { type PartyStaff, partyStaff, partyStaffBasis } from '../duty/partyStaff'
import { basisLine } from '../duty/ruleText'
import type { StaffInOffice } from '../keptLists/basics'
import { sixOf } from '../keptLists/templates/ofSite'
import { SOURCES } from './branchSheet'
import {
  cellsOf,
  type CountyCell,
  type CountyFacts,
  type CountyPlace,
  itemName,
  sourceNumbers,
  sumOf,
} from './countySheet'
import { periodIn } from './factLines'
import {
  cellsUnder,
  hand,
  type PaperBlock,
  type PaperSheet,
  type SheetCell,
  type SheetPaper,
  sheetRow,
  type TextPaper,
} from './paper'

export const YEAR_BASIS = '年度综合考核依据'

/** A branch of a year, with what its sheet tells besides its numbers. */
export interface YearBranch {
  place: CountyPlace
  /** 届期; absent: none is registered. */
  term?: string | undefined
  /** 机关工作人员总数 of its unit; absent: not registered. */
  headcount?: number | undefined
  /** 党务干部 of that unit as its branches' lists have them at the end of the year; absent: they have none. */
  staff?: StaffInOffice | undefined
  /** 阵地“六有” of the year, a site after the other; none: the hand fills it in. */
  sites: readonly string[]
  /** What of the year was entered after it was closed: whole meetings, and single names; absent: it is not closed yet. */
  enteredAfter?: { meetings: number; names: number } | undefined
}

export interface YearBasis {
  facts: CountyFacts
  branches: readonly YearBranch[]
  /** `2027年1月8日`: until then something of the year may still be entered; absent: it is closed. */
  openUntil?: string | undefined
}

const conclusions = ['结论', '等次', '盖章'] as const
const rule = '＿＿＿＿＿＿'

interface Line {
  name: string
  /** 按期计 */
  measure: string
  /** What it is the sum of, period by period. */
  cells: readonly CountyCell[]
  owed: number
  done: number
  /** 其中补录 */
  late: number
  /** 待确认: records that are not counted yet. */
  waits: number
  /** Periods that lack something. */
  open: string
}

const openIn = (cells: readonly CountyCell[], { span }: CountyFacts): string =>
  cells
    .filter(({ numbers: [done, owed] }) => done < owed)
    .map(({ period }) => periodIn(period, span))
    .join('、')

/** What the branch's own row of the county's sheet says, a line a 事项 it owed. */
const linesOf = ({ place }: YearBranch, facts: CountyFacts): Line[] =>
  facts.groups.flatMap((group) =>
    group.items.flatMap((item) => {
      const cells = cellsOf(group, item, place.id)
      if (cells.length === 0) return []
      const sums = {
        ...{ done: sumOf(cells, 0), owed: sumOf(cells, 1) },
        ...{ late: sumOf(cells, 2), waits: sumOf(cells, 3) },
      }
      // How many members lack it in a month is no gap of the branch.
      const open = group.of === 'members' ? '' : openIn(cells, facts)
      return [{ name: itemName(item), measure: `按${group.measure}计`, cells, ...sums, open }]
    }),
  )

/** 应配备 1.8–3.6 名; of a small office 专人负责. */
const staffWords = ({ least, most, isSmall }: PartyStaff): string =>
  isSmall ? '人数较少，有专人负责即可' : `按1–2%应配备 ${least}–${most} 名`

/** How many 专职 are still to come before the smaller share is there, to a tenth as the share itself. */
const gapOf = ({ least, isSmall }: PartyStaff, { fullTime }: StaffInOffice): string =>
  isSmall ? '' : `，差：${Math.max(0, Math.round((least - fullTime) * 10) / 10)} 名`

function staffLine({ headcount, staff }: YearBranch): string {
  const now = staff ? `专职 ${staff.fullTime} 名、兼职 ${staff.partTime} 名` : rule
  if (headcount === undefined) return `机关工作人员总数没有登记，应配备：${rule}，现有：${now}`
  const asked = partyStaff(headcount)
  const gap = staff ? gapOf(asked, staff) : `，差：${rule}`
  return `机关工作人员总数 ${headcount} 人，${staffWords(asked)}；现有：${now}${gap}`
}

const sealLine = ({ openUntil }: YearBasis, { enteredAfter }: YearBranch): string =>
  openUntil === undefined
    ? `已封存，封存后补录会议 ${enteredAfter?.meetings ?? 0} 场、补登 ${enteredAfter?.names ?? 0} 人次（已在数内）`
    : `未封存，录入到${openUntil}截止`

const factsOf = (basis: YearBasis, branch: YearBranch): [label: string, text: string][] => {
  const { place, term, sites } = branch
  const byHand = sixOf.map((one) => `${one}${rule}`).join('　')
  return [
    ['单位', place.unit],
    ['党支部', `${place.name}${place.remark === '' ? '' : `（${place.remark}）`}`],
    ['届期', term ?? '没有登记'],
    ['党员数', `${place.members} 人`],
    ['党务干部', staffLine(branch)],
    ['阵地“六有”', sites.length > 0 ? sites.join('；') : byHand],
    ['封存', sealLine(basis, branch)],
  ]
}

const noteOf = ({ facts: { organisation, span, asOf, left } }: YearBasis): string =>
  [
    ...[organisation, span.name, `截至${asOf}`],
    left.length > 0 && `录入还没有截止、不在表内：${left.join('、')}`,
  ]
    .filter(Boolean)
    .join('　')

const titleIn = ({ facts }: YearBasis): string => `${facts.span.from.slice(0, 4)}${YEAR_BASIS}`

/** What no name of a sheet may hold, and how long it may be; of two by one name the second says so. */
const forbidden = /[\\/?*[\]:]/g
const LONGEST = 28

function sheetNames(branches: readonly YearBranch[]): string[] {
  const seen = new Map<string, number>()
  return branches.map(({ place }) => {
    const name = place.name.replace(forbidden, '－').slice(0, LONGEST)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name.slice(0, LONGEST - 4)}(${times})`
  })
}

const columns = [
  { title: '序号', width: 6 },
  { title: '事项', width: 26 },
  { title: '应', width: 8 },
  { title: '已', width: 8 },
  { title: '其中补录', width: 10 },
  { title: '待确认', width: 8 },
  { title: '计数', width: 12 },
  { title: '暂无记录的时段、说明', width: 70 },
]

const sourceColumns = [
  { title: '支部', width: 8 },
  { title: '行', width: 6 },
  { title: '名称', width: 36 },
  { title: '事项', width: 26 },
  { title: '时段', width: 14 },
  { title: '应', width: 8 },
  { title: '已', width: 8 },
  { title: '补录', width: 8 },
  { title: '待确认', width: 8 },
] as const

type SourceTitle = (typeof sourceColumns)[number]['title']

/** A row for each number the sums are made of, branch by branch. */
const sourceRows = ({ facts, branches }: YearBasis): SheetCell[][] =>
  branches.flatMap((branch, place) =>
    linesOf(branch, facts).flatMap(({ name, cells }, line) =>
      cells.map((cell) => [
        ...[place + 1, line + 1, branch.place.name, name],
        ...[periodIn(cell.period, facts.span), ...sourceNumbers(cell)],
      ]),
    ),
  )

interface Sheeted {
  name: string
  /** Its place among the branches, from 0, and how many rows 来源 has. */
  place: number
  records: number
}

function sheetOf(basis: YearBasis, branch: YearBranch, { name, place, records }: Sheeted): PaperSheet {
  const under = (title: SourceTitle) => cellsUnder(SOURCES, sourceColumns, title, records)
  const counted = (line: number, title: SourceTitle) =>
    `SUMIFS(${under(title)},${under('支部')},${place + 1},${under('行')},$A${sheetRow(line)})`
  const numbers = linesOf(branch, basis.facts).map(
    ({ measure, name: item, owed, done, late, waits, open }, line): SheetCell[] => [
      ...[line + 1, item],
      { formula: counted(line, '应'), value: owed },
      { formula: counted(line, '已'), value: done },
      { formula: counted(line, '补录'), value: late },
      { formula: counted(line, '待确认'), value: waits },
      ...[measure, open],
    ],
  )
  const told = [...factsOf(basis, branch), ...conclusions.map((one) => [one, rule] as const)].map(
    ([label, text]): SheetCell[] => ['', label, '', '', '', '', '', text],
  )
  const note = `${noteOf(basis)}　${branch.place.name}`
  return { name, title: titleIn(basis), note, columns, rows: [...numbers, ...told] }
}

/** 年度综合考核依据 as Excel: a sheet a branch, in 组织序列. Facts of the closed year; 结论, 等次 and 盖章 are people's. */
export function yearBasisSheet(basis: YearBasis): SheetPaper {
  const names = sheetNames(basis.branches)
  const rows = sourceRows(basis)
  const title = `${YEAR_BASIS}${SOURCES}`
  return {
    sheets: [
      ...basis.branches.map((branch, place) =>
        sheetOf(basis, branch, { name: names[place] ?? '', place, records: rows.length }),
      ),
      { name: SOURCES, title, note: noteOf(basis), columns: sourceColumns, rows },
    ],
  }
}

function branchBlocks(basis: YearBasis, branch: YearBranch, index: number): PaperBlock[] {
  return [
    { is: 'heading', text: branch.place.name, ...(index > 0 && { onNewPage: true as const }) },
    { is: 'text', text: noteOf(basis) },
    { is: 'fields', fields: factsOf(basis, branch).map(([label, text]) => ({ label, lines: [text] })) },
    {
      is: 'table',
      isSmall: true,
      columns: [
        { title: '事项', width: 25 },
        { title: '应', width: 9 },
        { title: '已', width: 9 },
        { title: '其中补录', width: 12 },
        { title: '待确认', width: 10 },
        { title: '计数', width: 13 },
        { title: '暂无记录的时段', width: 22 },
      ],
      rows: linesOf(branch, basis.facts).map(({ measure, name, owed, done, late, waits, open }) => [
        ...[name, `${owed}`, `${done}`, `${late}`, `${waits}`, measure, open],
      ]),
    },
    hand('结论', 3),
    { is: 'text', text: `等次：${rule}　　盖章：${rule}　　日期：${rule}` },
  ]
}

/** The same as Word: a page a branch. */
export const yearBasisText = (basis: YearBasis): TextPaper => ({
  isDraft: false,
  title: titleIn(basis),
  blocks: [
    ...basis.branches.flatMap((branch, index) => branchBlocks(basis, branch, index)),
    { is: 'text', text: `党务干部配备依据：${basisLine(partyStaffBasis)}` },
  ],
})
