import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'

export type WorkService = ResponseOf<'identity.work'>['communities'][number]['services'][number]

/** It wants something of the staff: whether it took place, a look at who came, or at a 补录. */
const asks = ({ todo, pending, late }: WorkService): boolean =>
  todo !== undefined || pending > 0 || late !== undefined

/**
 * The service whose code is to be shown now: what is open, or else the next one of today; then what wants something of the staff, and the others, both in
 * the cloud's order.
 */
export function servicesOf(services: readonly WorkService[], today: string) {
  const running = services.find(({ state }) => state === 'open')
  const later = services.filter(({ state, startsAt }) => state === 'published' && dayOf(startsAt) === today)
  const next = [...later].sort((a, b) => a.startsAt - b.startsAt)[0]
  const first = running ?? next
  const others = services.filter((service) => service !== first)
  return { first, asking: others.filter(asks), quiet: others.filter((service) => !asks(service)) }
}
