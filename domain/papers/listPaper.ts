import type { Cell, ListField } from '../contract/keptLists'
import { textOf } from '../keptLists/lines'
import type { ListTemplate } from '../keptLists/template'
import type { Day } from '../time/day'
import { formatDay } from '../time/format'
import type { PaperBlock, PaperColumn, PaperSheet, SheetPaper, TextPaper } from './paper'

/** A row of a kept list as a paper tells it. */
export interface ListLine {
  cells: readonly Cell[]
  /** The day it stands on. */
  on: Day
  state: string
  stateOn: Day
  answer?: string
}

/** A kept list with the rows that a paper tells of. */
export interface KeptList {
  template: ListTemplate
  organisation: string
  today: Day
  /** In the order of their days. */
  lines: readonly ListLine[]
  nameOf: (id: string) => string
}

/** Several lists in one file. */
export const LISTS = '清单台账'

const SIGNERS = ['填表人', '负责人']

/** Of a hundred: what holds a sentence gets more than a day or a name. */
const widthOf = ({ is }: ListField): number => (is === 'text' || is === 'steps' ? 32 : 16)

/** Columns are the fields of the list in their order, then what became of the row. */
function columnsOf({ fields, states, moves = [] }: ListTemplate): PaperColumn[] {
  return [
    { title: '序号', width: 7 },
    ...fields.map((field) => ({ title: field.label, width: widthOf(field) })),
    ...(states ? [{ title: '办理情况', width: 14 }] : []),
    ...(moves.some(({ asks }) => asks !== undefined) ? [{ title: '回复', width: 32 }] : []),
  ]
}

/** 已办结 2026-09-20; what has not moved has no day of its own. */
function stateText({ states = [] }: ListTemplate, { state, stateOn }: ListLine): string {
  const at = states.findIndex(({ id }) => id === state)
  const label = states[at]?.label ?? ''
  return at > 0 ? `${label} ${stateOn}` : label
}

function cellsOf({ template, nameOf }: KeptList, line: ListLine): string[] {
  const { fields, states, moves = [] } = template
  return [
    ...fields.map((field) => textOf(field, line.cells, nameOf)),
    ...(states ? [stateText(template, line)] : []),
    ...(moves.some(({ asks }) => asks !== undefined) ? [line.answer ?? ''] : []),
  ]
}

const noteOf = ({ organisation, today, lines }: KeptList): string =>
  `${organisation}　截至 ${today}　共 ${lines.length} 条`

/** A kept list as Excel: a row an entry, the columns in the order of its form. */
const sheetOf = (list: KeptList): PaperSheet => ({
  name: list.template.short,
  title: list.template.name,
  note: noteOf(list),
  columns: columnsOf(list.template),
  rows: list.lines.map((line, index) => [index + 1, ...cellsOf(list, line)]),
  foot: SIGNERS,
})

/** One list or several, a sheet each. */
export const listSheets = (lists: readonly KeptList[]): SheetPaper => ({ sheets: lists.map(sheetOf) })

/** The same as a table of a Word. */
export const listTable = (list: KeptList): PaperBlock => ({
  ...{ is: 'table', isSmall: true, columns: columnsOf(list.template) },
  rows: list.lines.map((line, index) => [String(index + 1), ...cellsOf(list, line)]),
})

/** A list as a Word of its own. */
export const listText = (list: KeptList): TextPaper => ({
  isDraft: false,
  title: list.template.name,
  blocks: [{ is: 'text', text: noteOf(list) }, listTable(list), { is: 'signatures', who: SIGNERS }],
})

/** 问题清单、整改清单：已登记 3 条（办理中 1 条，已办结 2 条），3月5日、4月2日、6月9日。 */
export function listSentence({ template, lines }: KeptList): string {
  const states = (template.states ?? []).flatMap(({ id, label }) => {
    const inState = lines.filter(({ state }) => state === id).length
    return inState > 0 ? [`${label} ${inState} 条`] : []
  })
  const became = states.length > 0 ? `（${states.join('，')}）` : ''
  return `${template.name}：已登记 ${lines.length} 条${became}，${lines.map(({ on }) => formatDay(on)).join('、')}。`
}
