import type { ResponseOf } from '@domain/contract/actions'
import { addDays, dayOf, startOfDay } from '@domain/time/day'
import { forLeader } from '../../store/collections/reminders'
import { atLeast, oneOf } from '../../store/conditions'
import { count, find } from '../../store/find'

type Fared = ResponseOf<'committee.health'>['fared']

/** Days of which it is said, today counted: gaps are told by the month. */
const DAYS = 30

/** How many there are of each code. */
function countCodes(codes: readonly number[]): Fared['refused'] {
  const counts = new Map<number, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, times]) => ({ code, count: times })).sort((a, b) => b.count - a.count)
}

/**
 * What became of the messages of the last days: sums and WeChat's codes, nobody's name. What WeChat refused or never answered is a person's to tell
 * as well, but of what waits for a yes, which stands under 待办. A meeting that a person is to tell is counted once it is told: until then
 * nothing is stored of it. Three calls.
 */
export async function readFared(now: number): Promise<Fared> {
  const at = atLeast(startOfDay(addDays(dayOf(now), 1 - DAYS)))
  const [sent, inbox, rest] = await Promise.all([
    count('reminders', { state: 'sent', at }),
    count('reminders', { state: 'noted', kind: oneOf(['early', 'term', 'feedback']), at }),
    find('reminders', { state: oneOf(forLeader), at }, { limit: 50_000, fields: ['kind', 'code', 'told'] }),
  ])
  const codes = rest.flatMap(({ code }) => code ?? [])
  const refused = codes.filter((code) => typeof code === 'number')
  const byPerson = rest.filter(({ kind }) => kind !== 'waiting')
  return {
    sent,
    refused: countCodes(refused),
    unknown: codes.length - refused.length,
    byPerson: byPerson.length,
    told: byPerson.filter(({ told }) => told).length,
    inbox,
  }
}
