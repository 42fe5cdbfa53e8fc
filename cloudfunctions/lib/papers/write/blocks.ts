import {
  type FileChild,
  HeightRule,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PaperBlock, PaperField } from '@domain/papers/paper'
import { LINE, typeWidth } from './layout'
import { style } from './styles'

const labelWidth = 2100
const padding = { left: 100, right: 100, top: 20, bottom: 20 }
const width = (size: number) => ({ size, type: WidthType.DXA })

const paragraphs = (texts: readonly string[], look: string) =>
  texts.flatMap((text) => text.split('\n')).map((text) => new Paragraph({ text, style: look }))

const narrow = { left: 20, right: 20, top: 10, bottom: 10 }

interface CellLook {
  look?: string
  columnSpan?: number
  margins?: typeof padding
}

const cell = (texts: readonly string[], size: number, more: CellLook = {}) =>
  new TableCell({
    children: paragraphs(texts, more.look ?? style.cell),
    width: width(size),
    margins: more.margins ?? padding,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(more.columnSpan !== undefined && { columnSpan: more.columnSpan }),
  })

const exactRow = { value: LINE, rule: HeightRule.EXACT }

/** A row of 28 pt for the hand: many low ones break over a page, one tall one would leave half of it white. */
const ruled = (columnSpan: number, size: number) =>
  new TableRow({ children: [cell([''], size, { columnSpan })], height: exactRow, cantSplit: true })

/** Short ones are two cells side by side; where the hand writes, the name stands above its empty rows. */
function fieldRows({ label, lines, blank = 0 }: PaperField): TableRow[] {
  const said = lines.length > 0 || blank > 0 ? lines : ['无']
  const rows =
    said.length > 0
      ? [[cell([label], labelWidth, { look: style.label }), cell(said, typeWidth - labelWidth)]]
      : [[cell([label], typeWidth, { columnSpan: 2 })]]
  return [
    ...rows.map((children) => new TableRow({ children })),
    ...Array.from({ length: blank }, () => ruled(2, typeWidth)),
  ]
}

const fieldTable = (fields: readonly PaperField[]) =>
  new Table({
    width: width(typeWidth),
    columnWidths: [labelWidth, typeWidth - labelWidth],
    rows: fields.flatMap(fieldRows),
  })

function listTable({ columns, rows, isSmall }: Extract<PaperBlock, { is: 'table' }>): Table {
  const { head, body, margins } = isSmall
    ? { head: style.small, body: style.small, margins: narrow }
    : { head: style.label, body: style.cell, margins: padding }
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.floor((column.width * typeWidth) / all))
  const line = (texts: readonly string[], look: string) =>
    widths.map((size, index) => cell([texts[index] ?? ''], size, { look, margins }))
  const heading = new TableRow({
    children: line(
      columns.map(({ title }) => title),
      head,
    ),
    tableHeader: true,
    cantSplit: true,
  })
  return new Table({
    width: width(typeWidth),
    columnWidths: widths,
    rows: [heading, ...rows.map((texts) => new TableRow({ children: line(texts, body), cantSplit: true }))],
  })
}

/** A block of a paper as Word writes it. */
export function childrenOf(block: PaperBlock): FileChild[] {
  switch (block.is) {
    case 'heading':
      return [
        new Paragraph({ text: block.text, style: style.heading, pageBreakBefore: block.onNewPage === true }),
      ]
    case 'text':
      return paragraphs([block.text], style.text)
    case 'fields':
      return [fieldTable(block.fields)]
    case 'table':
      return [listTable(block)]
    case 'cover':
      return [
        new Paragraph({ text: block.title, style: style.cover }),
        ...block.lines.map((text) => new Paragraph({ text, style: style.title })),
      ]
    case 'signatures':
      return [
        new Paragraph({ text: '', style: style.text }),
        ...block.who.map(
          (who) => new Paragraph({ text: `${who}（签字）：＿＿＿＿＿＿＿＿`, style: style.foot }),
        ),
      ]
    case 'page':
      return [new Paragraph({ style: style.text, children: [new PageBreak()] })]
  }
}
