import type { Activity } from '@domain/activity/activity'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import type { Period } from '@domain/time/period'

/** A county as it is stored, and the day it is looked at. */
export interface Rows {
  organisations: Organisation[]
  members: Member[]
  duties: Duty[]
  activities: Activity[]
  facts: Fact[]
}

/**
 * The Shanghai day of an instant, said once more: what is counted here shares with the product the shape of its rows and the names of its
 * periods, and nothing that judges.
 */
export const dayAt = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)

interface Dated {
  from: string
  to?: string
}

export const holdsOn = ({ from, to }: Dated, day: string): boolean =>
  from <= day && (to === undefined || to >= day)

export const daysOf = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

/** Of a period the day it is judged on: all periods counted here are over. */
export const lastDay = ({ to }: Pick<Period, 'to'>): string => to

/** Less than half of a period is left from a day of it on. */
export const comesLate = (from: string, { from: first, to }: Pick<Period, 'from' | 'to'>): boolean =>
  from >= first && from <= to && daysOf(from, to) * 2 < daysOf(first, to)

/** Where a member was on a day; of two entries the later. */
export const placeOn = ({ memberships }: Member, day: string) =>
  memberships.filter((one) => holdsOn(one, day)).pop()

/** An organisation as it stood on a day; null where there was none. */
export function standingOn(node: Organisation, day: string): Organisation | null {
  if (node.validFrom > day || (node.validTo !== undefined && node.validTo < day)) return null
  const before = (node.past ?? []).find(({ until }) => until >= day)
  return before ? { ...node, hasCommittee: false, branchType: 'other', ...before } : node
}

/** The versions that hold in a period of their kind: of each rule the last that had begun by its first day. */
export function rulesIn(duties: readonly Duty[], period: Period): Duty[] {
  const begun = duties.filter((one) => one.period === period.kind && one.validFrom <= period.from)
  return begun.filter(
    (one) =>
      (one.validTo === undefined || one.validTo >= period.from) &&
      !begun.some((other) => other.id === one.id && other.version > one.version),
  )
}

/** By a key, so that a county's rows are gone through once. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const list = found.get(key)
    if (list) list.push(row)
    else found.set(key, [row])
  }
  return found
}
