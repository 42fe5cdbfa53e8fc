import type { Term } from '@domain/org/organisation'
import { patrolYears, yearsName, yearsOfTerm } from '@domain/papers/patrolYears'
import { dayOf } from '@domain/time/day'
import { formatYearDay } from '@domain/time/format'

/** Years, both inclusive. */
export interface OwnYears {
  from: number
  until: number
}

export interface PatrolChoice extends OwnYears {
  /** The first day of a 届, or `own`. */
  key: string
  title: string
  /** 2024年至2026年 */
  label: string
}

/** Years that may be chosen by hand at most. */
const MOST_OWN = 5

const labelOf = (from: string, until: string): string | null => {
  const years = patrolYears(from, until)
  return years && yearsName(years)
}

function ofTerm(term: Term, today: string): PatrolChoice[] {
  const { from, until } = yearsOfTerm(term, today)
  const label = labelOf(from, until)
  if (term.from > today || label === null) return []
  const title = `${formatYearDay(term.from)}至${formatYearDay(term.to)}`
  return [{ key: term.from, title, label, from: Number(from), until: Number(until) }]
}

/** Every 届 that has begun, the running one first, and years chosen by hand. */
export const patrolChoices = (terms: readonly Term[], own: OwnYears, now: number): PatrolChoice[] => [
  ...[...terms].reverse().flatMap((term) => ofTerm(term, dayOf(now))),
  { key: 'own', title: '自选年份', label: labelOf(`${own.from}`, `${own.until}`) ?? '', ...own },
]

/** The running year and the nine before it, newest first. */
export const yearsBack = (running: number): number[] =>
  Array.from({ length: 10 }, (_, index) => running - index)

/** With another first or last year; the other end follows where it would lie before the beginning, or too far away. */
export const withFirst = ({ until }: OwnYears, from: number): OwnYears => ({
  from,
  until: Math.min(Math.max(until, from), from + MOST_OWN - 1),
})
export const withLast = ({ from }: OwnYears, until: number): OwnYears => ({
  from: Math.max(Math.min(from, until), until - MOST_OWN + 1),
  until,
})
