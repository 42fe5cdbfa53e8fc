import { createHash } from 'node:crypto'
import { type Refusal, refuse } from '@domain/contract/answer'
import type { Identity } from '../../store/collections/identities'
import { find } from '../../store/find'

/** Six digits by which whoever answers a request without digits tells the right phone from others: shown to its asker alone. */
export const checkCodeOf = (requestId: string): string =>
  String(createHash('sha256').update(`check ${requestId}`).digest().readUInt32BE(0) % 1_000_000).padStart(
    6,
    '0',
  )

const PREFIX = 'plain-'

/** Requests without digits stand together under one id a person: a word of the wire, no row is called so. */
export const uncheckedIdOf = (memberId: string): string => PREFIX + memberId

/** Those behind such an id; null: it is the id of a single request. */
export async function readUnchecked(requestId: string): Promise<Identity[] | null> {
  /* oxlint-disable house/ids -- made in the line above, and no row's */
  if (!requestId.startsWith(PREFIX)) return null
  const memberId = requestId.slice(PREFIX.length)
  /* oxlint-enable house/ids */
  const waiting = await find('identities', { memberId, state: 'requested' })
  return waiting.filter(({ plain }) => plain !== undefined)
}

/** The phone whose six digits were read out. Two with the same six are told apart by asking anew. */
export function withCode(waiting: readonly Identity[], code: string | undefined): Identity | Refusal {
  const [one, two] = waiting.filter(({ requestId }) => checkCodeOf(requestId) === code)
  return one && !two ? one : refuse('check_code_wrong')
}
