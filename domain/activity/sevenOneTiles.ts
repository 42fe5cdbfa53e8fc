import { sevenOnes } from '../contract/lists'
import type { SevenOne } from '../contract/words'
import type { Day } from '../time/day'

/** A record that carries some of 七个一: a service somebody of the branch was at, a visit, a deed. */
export interface SevenOneRecord {
  ones: readonly SevenOne[]
  on: Day
  /** Of a service or a deed; a visit has none. */
  title?: string
}

/** One of the seven, with the newest record of it; without any there is nothing to be said, for none is owed. */
export interface SevenOneTile {
  one: SevenOne
  last?: Pick<SevenOneRecord, 'on' | 'title'>
}

/**
 * 七个一 of a branch in the source's order (DUTIES row 29), ticked from what exists; no period and no minimum.
 * `sevenOneTiles([{ ones: ['visit'], on: '2026-09-20' }])[0] // { one: 'visit', last: { on: '2026-09-20' } }`
 */
export function sevenOneTiles(records: readonly SevenOneRecord[]): SevenOneTile[] {
  return sevenOnes.map((one) => {
    const of = records.filter(({ ones }) => ones.includes(one))
    const newest = of.reduce<SevenOneRecord | undefined>(
      (last, record) => (last && last.on >= record.on ? last : record),
      undefined,
    )
    if (!newest) return { one }
    const { on, title } = newest
    return { one, last: { on, ...(title !== undefined && { title }) } }
  })
}
