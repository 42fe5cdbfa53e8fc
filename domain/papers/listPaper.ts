import type { Cell, ListField } from '../contract/keptLists'
import { textOf } from '../keptLists/lines'
import type { ListTemplate } from '../keptLists/template'
import type { Day } from '../time/day'
import type { PaperColumn, SheetPaper, TextPaper } from './paper'

/** A row of a kept list as a paper tells it. */
export interface ListLine {
  cells: readonly Cell[]
  state: string
  stateOn: Day
  answer?: string
}

interface Asked {
  template: ListTemplate
  organisation: string
  today: Day
  lines: readonly ListLine[]
  nameOf: (id: string) => string
}

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

function cellsOf({ template, nameOf }: Asked, line: ListLine): string[] {
  const { fields, states, moves = [] } = template
  return [
    ...fields.map((field) => textOf(field, line.cells, nameOf)),
    ...(states ? [stateText(template, line)] : []),
    ...(moves.some(({ asks }) => asks !== undefined) ? [line.answer ?? ''] : []),
  ]
}

const noteOf = ({ organisation, today, lines }: Asked): string =>
  `${organisation}　截至 ${today}　共 ${lines.length} 条`

/** A kept list as Excel: a row an entry, the columns in the order of its form. */
export const listSheet = (asked: Asked): SheetPaper => ({
  sheets: [
    {
      name: asked.template.short,
      title: asked.template.name,
      note: noteOf(asked),
      columns: columnsOf(asked.template),
      rows: asked.lines.map((line, index) => [index + 1, ...cellsOf(asked, line)]),
      foot: SIGNERS,
    },
  ],
})

/** The same as Word. */
export const listText = (asked: Asked): TextPaper => ({
  isDraft: false,
  title: asked.template.name,
  blocks: [
    { is: 'text', text: noteOf(asked) },
    {
      ...{ is: 'table', isSmall: true, columns: columnsOf(asked.template) },
      rows: asked.lines.map((line, index) => [String(index + 1), ...cellsOf(asked, line)]),
    },
    { is: 'signatures', who: SIGNERS },
  ],
})
