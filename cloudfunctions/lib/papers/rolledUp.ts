import { FACT_SHEET } from '@domain/papers/branchSheet'
import { countySheet } from '@domain/papers/countySheet'
import type { SheetPaper } from '@domain/papers/paper'
import { paperSpan } from '@domain/papers/paperSpan'
import { contains, type Period } from '@domain/time/period'
import { periodsOver, readNumbersOf } from '../counting/county/numbersOf'
import { countyFactsOf } from './countyFactsOf'
import type { Asked } from './longPaper'

/** Said beside what is made of sums alone. */
export const ROLLED_UP = '原始记录已不在系统里，数字取自封存的汇总'

/** Whether the roll-ups know of something done in a year of which no meeting is stored any more: an environment that began anew, with its sums carried along. */
export async function isRolledUp({ node, lines }: Asked, year: Period): Promise<boolean> {
  if (lines.some(({ startsAt }) => contains(year, startsAt))) return false
  const stored = await readNumbersOf(periodsOver(year))
  return [...stored.values()].some(({ branches }) =>
    Object.values(branches[node._id] ?? {}).some(([done]) => done > 0),
  )
}

export async function rolledUpYears(asked: Asked): Promise<Period[]> {
  const found: Period[] = []
  for (const year of asked.spans) if (await isRolledUp(asked, year)) found.push(year)
  return found
}

/** 组织生活开展情况表 of such a year: the branch's row of the county's sums. */
export async function rolledUpSheet({ node, context }: Asked, year: Period): Promise<SheetPaper | null> {
  const span = paperSpan(year.key)
  if (!span) return null
  const facts = await countyFactsOf(span, context)
  const groups = facts.groups.map((group) => {
    const cells = group.cells.filter(({ placeId }) => placeId === node._id)
    return {
      ...group,
      cells,
      places: group.places.filter(({ id }) => id === node._id),
      items: group.items.filter((item) => cells.some((cell) => cell.item === item)),
    }
  })
  return countySheet({
    ...facts,
    title: `${FACT_SHEET}（${ROLLED_UP}）`,
    groups: groups.filter(({ items }) => items.length > 0),
  })
}
