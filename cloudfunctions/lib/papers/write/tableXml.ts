import type { PaperBlock } from '@domain/papers/paper'
import { typeWidth } from './layout'
import { style } from './styles'

type TableBlock = Extract<PaperBlock, { is: 'table' }>

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Characters that XML does not know are left out. */
const escaped = (text: string): string =>
  text.replace(/[^\P{Cc}\t]/gu, '').replace(/[&<>]/g, (sign) => escapes[sign] ?? '')

const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`)
  .join('')

/** Twips between a cell's edge and its text. */
const margins = (upright: number, aside: number): string =>
  `<w:tcMar><w:top w:type="dxa" w:w="${upright}"/><w:left w:type="dxa" w:w="${aside}"/>` +
  `<w:bottom w:type="dxa" w:w="${upright}"/><w:right w:type="dxa" w:w="${aside}"/></w:tcMar>`

const paragraph = (text: string, look: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${look}"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

const cell = (text: string, look: string, form: string): string =>
  `<w:tc>${form}${text
    .split('\n')
    .map((line) => paragraph(line, look))
    .join('')}</w:tc>`

const row = (texts: readonly string[], look: string, forms: readonly string[], more = ''): string =>
  `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${forms
    .map((form, index) => cell(texts[index] ?? '', look, form))
    .join('')}</w:tr>`

/**
 * A table of texts as Word writes it, its heading on every page and no row torn. By hand, since the library makes an object of every cell's every
 * property: of 300 people that takes seconds, and more memory than a function has.
 */
export function tableXml({ columns, rows, isSmall }: TableBlock): string {
  const [head, body] = isSmall ? [style.small, style.small] : [style.label, style.cell]
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.floor((column.width * typeWidth) / all))
  const inside = isSmall ? margins(10, 20) : margins(20, 100)
  const forms = widths.map(
    (width) => `<w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${inside}<w:vAlign w:val="center"/></w:tcPr>`,
  )
  const titles = columns.map(({ title }) => title)
  return (
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${typeWidth}"/><w:tblBorders>${border}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    row(titles, head, forms, '<w:tblHeader/>') +
    rows.map((texts) => row(texts, body, forms)).join('') +
    '</w:tbl>'
  )
}

/** A style that is none: where a table will stand. */
export const tableMark = (index: number): string => `TableAt${index}`
const marks = /<w:p><w:pPr><w:pStyle w:val="TableAt(\d+)"\/><\/w:pPr><\/w:p>/g

/** Puts the tables of a paper into its text, where their marks stand. */
export const withTables = (text: string, blocks: readonly PaperBlock[]): string =>
  text.replace(marks, (_, index: string) => {
    const block = blocks[Number(index)]
    return block?.is === 'table' ? tableXml(block) : ''
  })
