import { type Sheet, textsOf } from './cell'
import { bareTitle, columnOf } from './columns'
import { fillMerged } from './fillMerged'
import { parseName } from './parseName'
import { plainName } from './plainName'

/** Rows at the top of a sheet among which the titles are looked for. */
const depth = 30

/** How a list that is no register titles the unit; a register's own words for the branch are known to `columnOf`. */
const unitTitles = new Set(
  '单位 所在单位 工作单位 单位名称 所属单位 部门 所在部门 党员单位 单位全称'.split(' '),
)

const isName = (title: string): boolean => {
  const column = columnOf(title)
  return column.is === 'field' && column.field === 'name'
}

const isPlace = (title: string): boolean => {
  const column = columnOf(title)
  return unitTitles.has(bareTitle(title)) || (column.is === 'field' && column.field === 'branch')
}

/**
 * What an office is called by everybody, whichever of its party organisations is meant: `officeOf('中共平安县农业农村局党组') // '农业农村局'`; '' where
 * nothing is left, as of 第一党支部.
 */
export function officeOf(name: string): string {
  const ending = /(机关)?(第[一二三四五六七八九十]+)?(党?总支部?|支部|党委|党组|党组织|委员会)$/
  let office = plainName(name).replace(/^\p{Script=Han}{0,3}?县/u, '')
  while (ending.test(office)) office = office.replace(ending, '')
  return office
}

/** By what somebody is found on a list again: the name with each office, once. */
export const namedAt = (name: string, places: readonly string[]): string[] => [
  ...new Set(places.map(officeOf).flatMap((office) => (office === '' ? [] : `${name} ${office}`))),
]

/** What a list of names says: by what each person is found again, and how many rows told of nobody, those of a sheet without titles among them. */
export interface NameList {
  people: string[][]
  leftOut: number
}

/** A row of the list: who it names, null where that is nobody, undefined where it says nothing of its own. */
function readRow(texts: readonly string[], at: number, places: readonly number[]) {
  const text = texts[at] ?? ''
  if (texts.every((one) => one === '') || isName(text)) return undefined
  const name = parseName(text)
  const keys =
    name === null
      ? []
      : namedAt(
          name,
          places.map((index) => texts[index] ?? ''),
        )
  return keys.length > 0 ? keys : null
}

/**
 * The names a community has been given with the unit or branch of each (报到, DUTIES row 27), from every sheet in sight with titles for both. Nothing
 * else of a row is looked at. null: no sheet has such titles.
 */
export function readNameList(sheets: readonly Sheet[]): NameList | null {
  const list: NameList = { people: [], leftOut: 0 }
  let isFound = false
  for (const { rows, merges, isHidden } of sheets) {
    if (isHidden) continue
    fillMerged(rows, merges)
    const lines = rows.map(textsOf)
    const top = lines.slice(0, depth).findIndex((texts) => texts.some(isName) && texts.some(isPlace))
    if (top < 0) {
      list.leftOut += lines.filter((texts) => texts.some((text) => text !== '')).length
      continue
    }
    isFound = true
    const titles = lines[top] ?? []
    const places = titles.flatMap((title, i) => (isPlace(title) ? [i] : []))
    for (const texts of lines.slice(top + 1)) {
      const keys = readRow(texts, titles.findIndex(isName), places)
      if (keys) list.people.push(keys)
      else if (keys === null) list.leftOut += 1
    }
  }
  return isFound ? list : null
}
