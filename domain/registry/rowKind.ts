import type { RowReason } from '../contract/imports'
import { type Cell, textOf, withoutSpaces } from './cell'
import { bareTitle } from './columns'
import type { Header } from './header'
import { parseName } from './parseName'
import { parsePhone } from './parsePhone'

const footer =
  /^(合计|小计|总计|共计|总数|汇总|制表|填表|填报|审核|审批|复核|经办|负责人|联系人|统计人|盖章|签字|备注|说明|注[:：]|单位[:：(（]|日期[:：]|填表日期|\d{4}年\d{1,2}月(\d{1,2}日)?$|第\d+页)/
const example =
  /^[(（【]?(示例|样例|范例|例如|例[:：)）]|举例|填写示例|填写说明|填表说明)|^例$|[(（](示例|样例|例)[)）]$/

/** Places are often merged down or filled in beforehand: alone they are no member. */
const places = new Set(['number', 'branch', 'group', 'parent'])

type Texts = readonly string[]

const isTitleAgain = (name: string): boolean => /^(党员)?姓名$|^(党)?组织名称$/.test(bareTitle(name))

/** Somebody's name and a telephone: whatever else stands there, that is a person. */
const isPerson = (name: string, phone: string): boolean =>
  parseName(name) !== null && parsePhone(phone, true) !== null

/** Whether a row of a sheet without titles looks like somebody's entry. */
export function looksLikePerson(cells: readonly Cell[]): boolean {
  const texts = cells.map((cell) => withoutSpaces(textOf(cell)))
  return texts.some((name) =>
    texts.some((phone) => parseName(name) !== null && parsePhone(phone, false)?.tail !== undefined),
  )
}

export const isEmpty = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => !(cell instanceof Date) && textOf(cell) === '')

/** Whether a row begins as those below a table do: 填表人, 合计. */
export const isFoot = (first: string): boolean => footer.test(first)

/** 审批局党支部 is somebody's branch; 填报单位：县财政局党支部 closes a page. */
const isFooter = (first: string): boolean =>
  footer.test(first) && (!first.includes('支部') || /[:：]/.test(first))

const isPlaceCell = (texts: Texts, { branch, group, parent }: Header['columns']): boolean =>
  [branch, group, parent].some((index) => index !== undefined && texts[index] !== '')

const isPlace = (index: number, { branch, group, parent, community }: Header['columns']): boolean =>
  [branch, group, parent, community].includes(index)

/** Rows that are one whatever stands in their other cells. */
function isEntry(name: string, texts: Texts, { kind, columns }: Header): boolean {
  const at = (index: number | undefined) => (index === undefined ? '' : (texts[index] ?? ''))
  if (kind === 'member') return isPerson(name, at(columns.phone))
  const isPlaced = [at(columns.type), at(columns.parent)].some((text) => text !== '' && text !== name)
  return name !== '' && isPlaced && !isTitleAgain(name)
}

/** A line over the rows of a branch or group stands in one cell: 第一党支部（23人）. */
const isLineOver = (filled: Texts, texts: Texts, columns: Header['columns']): boolean =>
  filled.length === 1 && !isPlaceCell(texts, columns)

function titleOrFooter(
  texts: Texts,
  filled: Texts,
  name: string,
  { columns, kind }: Header,
): RowReason | null {
  const isOneText = new Set(filled).size === 1 && filled.length > 1 && name === filled[0]
  if (isFooter(filled[0] ?? '') || /^(合计|小计|总计|共计)/.test(name)) return 'footer_row'
  // The titles again, as on every printed page.
  if (isTitleAgain(name) || isOneText) return 'title_row'
  const isBranchLine = /支部|小组|党委|党组|总支|\d人[)）]?$/.test(filled[0] ?? '')
  return kind === 'member' && isBranchLine && isLineOver(filled, texts, columns) ? 'title_row' : null
}

/** Why a row below the titles is no entry; null when it is one. */
export function rowKind(cells: readonly Cell[], header: Header): RowReason | null {
  const { columns, kind } = header
  const texts = cells.map((cell) => withoutSpaces(textOf(cell)))
  const filled = texts.filter((text) => text !== '')
  if (isEmpty(cells)) return 'empty_row'
  const at = columns[kind === 'member' ? 'name' : 'organisation'] ?? -1
  const name = texts[at] ?? ''
  if (texts.some((text, i) => example.test(text) && !isPlace(i, columns))) return 'example_row'
  if (isEntry(name, texts, header)) return null
  const other = titleOrFooter(texts, filled, name, header)
  if (other) return other
  const speaks = Object.entries(columns).some(
    ([field, index]) => !places.has(field) && (texts[index] !== '' || cells[index] instanceof Date),
  )
  if (speaks) return null
  // A number written beforehand is no text.
  const isText = filled.some((text) => !/^\d+$/.test(text))
  return isText && isLineOver(filled, texts, columns) ? 'title_row' : 'empty_row'
}
