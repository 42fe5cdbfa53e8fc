import type { Duty } from '@domain/duty/duty'
import { addDays } from '@domain/time/day'

/**
 * A version ends where a later one begins. That is worked out and not written, so that saving a rule is a single insert: nothing can be cut
 * off half-way, and what was in force is never changed. A version that was replaced before it began ends before it begins.
 */
export function withEnds<D extends Duty>(versions: readonly D[]): D[] {
  return versions.map((duty) => {
    const ends = versions
      .filter(({ id, version }) => id === duty.id && version > duty.version)
      .map(({ validFrom }) => addDays(validFrom, -1))
    const validTo = [...ends, ...(duty.validTo === undefined ? [] : [duty.validTo])].sort()[0]
    return validTo === undefined ? duty : { ...duty, validTo }
  })
}
