import type { Cell } from '../contract/keptLists'
import { privateIn } from '../registry/columns'

/** A mobile number, and ID numbers of either length. Not told by what stands before them: phones before iOS 16.4 read no look-behind. */
const personal = /^(1\d{10}|\d{15}|\d{17}[\dX])$/i

/** Whether a line holds somebody's telephone or ID number, also with spaces or dashes in it: `hasPersonalNumber('请打 138-0000-0000') // true`. */
export const hasPersonalNumber = (text: string): boolean =>
  (
    text
      .normalize('NFKC')
      .replace(/(\d)[\s-](?=\d)/g, '$1')
      .match(/\d+x?/gi) ?? []
  ).some((run) => personal.test(run))

/** The first field of a row that holds such a number (RULES 3); undefined: none does. */
export const privateCell = (cells: readonly Cell[]): string | undefined =>
  cells.find(
    (cell) =>
      ('text' in cell && hasPersonalNumber(cell.text)) || ('name' in cell && hasPersonalNumber(cell.name)),
  )?.field

/** What would make a list a register of opinions, or the carrier of an assessment (RULES 1). */
const judging = /意见|评语|评价|鉴定|得分|分值|打分|名次|等次|排(名|行|位)/

/** Whether a county's word for a field or a choice asks for what no list may hold: family, health, opinions, scores. */
export const asksWhatIsPrivate = (label: string): boolean =>
  privateIn(label) === 'sensitive' || judging.test(label)
