import { periodByKey, type Period } from '@domain/time/period'

/** Periods by the year they lie in: a change of long ago is computed without what happened in between. */
export function byYear(keys: readonly string[]): Period[][] {
  const years = new Map<string, Period[]>()
  for (const key of keys) {
    const year = key.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), periodByKey(key)])
  }
  return [...years.values()]
}
