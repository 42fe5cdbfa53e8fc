import type { RowReason } from '../contract/imports'
import { type Cell, textOf, withoutSpaces } from './cell'
import { bareTitle } from './columns'
import type { Header } from './header'

const footer =
  /^(合计|小计|总计|共计|总数|汇总|制表|填表|填报|审核|审批|复核|经办|负责人|联系人|统计人|盖章|签字|备注|说明|注[:：]|单位[:：(（]|日期[:：]|填表日期|\d{4}年\d{1,2}月(\d{1,2}日)?$|第\d+页)/
const example =
  /^[(（【]?(示例|样例|范例|例如|例[:：)）]|举例|填写示例|填写说明|填表说明)|^例$|[(（](示例|样例|例)[)）]$/

/** Places are often merged down or filled in beforehand: alone they are no member. */
const places = new Set(['number', 'branch', 'group', 'parent'])

/** Why a row below the titles is no entry; null when it is one. */
export function rowKind(cells: readonly Cell[], { columns, kind }: Header): RowReason | null {
  const texts = cells.map((cell) => withoutSpaces(textOf(cell)))
  const filled = texts.filter((text) => text !== '')
  const hasDate = cells.some((cell) => cell instanceof Date)
  if (filled.length === 0 && !hasDate) return 'empty_row'
  if (texts.some((text) => example.test(text))) return 'example_row'
  if (footer.test(filled[0] ?? '')) return 'footer_row'
  const at = columns[kind === 'member' ? 'name' : 'organisation'] ?? -1
  const name = texts[at] ?? ''
  if (/^(合计|小计|总计|共计)/.test(name)) return 'footer_row'
  // The titles again, as on every printed page.
  if (/^(党员)?姓名$|^(党)?组织名称$/.test(bareTitle(name))) return 'title_row'
  if (new Set(filled).size === 1 && filled.length > 1 && name === filled[0]) return 'title_row'
  // A line over the rows of a branch or group.
  if (
    kind === 'member' &&
    filled.length === 1 &&
    /支部|小组|党委|党组|总支|\d人[)）]?$/.test(filled[0] ?? '') &&
    !isPlaceCell(texts, columns)
  )
    return 'title_row'
  const speaks = Object.entries(columns).some(
    ([field, index]) => !places.has(field) && (texts[index] !== '' || cells[index] instanceof Date),
  )
  if (speaks) return null
  // A line over a group of rows (第一党支部（23人）) stands in one cell; a number written beforehand is no text.
  return filled.some((text) => !/^\d+$/.test(text)) && filled.length === 1 && !isPlaceCell(texts, columns)
    ? 'title_row'
    : 'empty_row'
}

const isPlaceCell = (texts: readonly string[], columns: Header['columns']): boolean =>
  [columns.branch, columns.group, columns.parent].some((index) => index !== undefined && texts[index] !== '')
