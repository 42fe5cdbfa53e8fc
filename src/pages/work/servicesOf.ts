import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'

export type WorkService = ResponseOf<'identity.work'>['communities'][number]['services'][number]

/** The service whose code is to be shown now: what is open, or else the next one of today. The cloud's order is kept for the others. */
export function servicesOf(services: readonly WorkService[], today: string) {
  const running = services.find(({ state }) => state === 'open')
  const later = services.filter(({ state, startsAt }) => state === 'published' && dayOf(startsAt) === today)
  const next = [...later].sort((a, b) => a.startsAt - b.startsAt)[0]
  const first = running ?? next
  return { first, others: services.filter((service) => service !== first) }
}
