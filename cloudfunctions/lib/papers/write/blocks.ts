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
import { tableMark } from './tableXml'

const labelWidth = 2100
const padding = { left: 100, right: 100, top: 20, bottom: 20 }
const width = (size: number) => ({ size, type: WidthType.DXA })

const paragraphs = (texts: readonly string[], look: string) =>
  texts.flatMap((text) => text.split('\n')).map((text) => new Paragraph({ text, style: look }))

interface CellLook {
  look?: string
  columnSpan?: number
}

const cell = (texts: readonly string[], size: number, more: CellLook = {}) =>
  new TableCell({
    children: paragraphs(texts, more.look ?? style.cell),
    width: width(size),
    margins: padding,
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

/** A block of a paper as Word writes it, the `index`th of its paper; of a table only where it stands. */
export function childrenOf(block: PaperBlock, index: number): FileChild[] {
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
      return [new Paragraph({ style: tableMark(index) })]
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
