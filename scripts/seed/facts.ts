import type { Fact } from '@domain/fact/fact'
import { dayAt } from './calendar'
import { Random } from './random'

type Core = Omit<Fact, '_id' | 'occurredOn' | 'recordedAt' | 'nonce' | 'updatedAt'> & { recordedAt?: number }

/** A fact under its natural key, last touched when it was entered, confirmed or struck out. */
export function aFactOf(id: string, core: Core): Fact {
  const recordedAt = core.recordedAt ?? core.occurredAt
  const touched = Math.max(recordedAt, core.confirmed?.at ?? 0, core.annulled?.at ?? 0)
  return {
    _id: id,
    ...core,
    occurredOn: dayAt(core.occurredAt),
    recordedAt,
    nonce: new Random('nonce', id).word(12),
    updatedAt: new Date(touched),
  }
}

/** What the county's cloud knows at `now`: what is entered later is not there yet, what is confirmed later still waits. */
export function knownAt(facts: Fact[], now: number): Fact[] {
  return facts
    .filter((fact) => fact.recordedAt <= now)
    .map((fact) => {
      const { confirmed, annulled, ...core } = fact
      if ((confirmed?.at ?? 0) <= now && (annulled?.at ?? 0) <= now) return fact
      const yes = confirmed && confirmed.at > now ? null : confirmed
      const no = annulled && annulled.at > now ? undefined : annulled
      return {
        ...core,
        ...(yes !== undefined && { confirmed: yes }),
        ...(no !== undefined && { annulled: no }),
        updatedAt: new Date(Math.max(core.recordedAt, yes?.at ?? 0, no?.at ?? 0)),
      }
    })
}
