import { dayOf } from '@domain/time/day'

/** A meeting whose board somebody holds: when it stood open, and when people came (ms). */
export interface BoardOfMonth {
  opensAt: number
  endsAt: number
  arrivals: readonly number[]
}

/** Calls of one board: asked again after as long as the pace says (ms), given how long nobody has come. */
export function boardCalls(
  { opensAt, endsAt, arrivals }: BoardOfMonth,
  pace: (quietMs: number) => number,
): number {
  const coming = [...arrivals].sort((a, b) => a - b)
  let since = opensAt
  let seen = 0
  let calls = 0
  for (let at = opensAt; at < endsAt; at += pace(at - since)) {
    const before = seen
    while (seen < coming.length && (coming[seen] ?? 0) <= at) seen += 1
    if (seen > before) since = at
    calls += 1
  }
  return calls
}

/** What one call of a kind costs: questions to the database that read, that write, and the memory of the function (GB). */
export interface Cost {
  reads: number
  writes: number
  memory: number
}

/** How often a kind of call is made on each day of the month. */
export type PerDay = ReadonlyMap<string, number>

export interface Kind {
  what: string
  cost: Cost
  perDay: PerDay
}

export interface MonthFigures {
  calls: number
  reads: number
  writes: number
  gbSeconds: number
  /** The most of a day. */
  busiest: { calls: number; reads: number; writes: number }
}

/** A call in the cloud: so long by itself, and so much longer a question (ms). Assumed, and said so beside the figures. */
export const ASSUMED = { callMs: 30, questionMs: 15 }

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0)

/** Calls, reads, writes and GB-seconds of a month of kinds of calls. */
export function figuresOf(kinds: readonly Kind[]): MonthFigures {
  const days = new Map<string, { calls: number; reads: number; writes: number }>()
  let gbSeconds = 0
  for (const { cost, perDay } of kinds)
    for (const [day, calls] of perDay) {
      const of = days.get(day) ?? { calls: 0, reads: 0, writes: 0 }
      days.set(day, {
        calls: of.calls + calls,
        reads: of.reads + calls * cost.reads,
        writes: of.writes + calls * cost.writes,
      })
      const ms = ASSUMED.callMs + ASSUMED.questionMs * (cost.reads + cost.writes)
      gbSeconds += (calls * cost.memory * ms) / 1000
    }
  const all = [...days.values()]
  const of = (field: 'calls' | 'reads' | 'writes') => all.map((day) => day[field])
  return {
    calls: sum(of('calls')),
    reads: sum(of('reads')),
    writes: sum(of('writes')),
    gbSeconds,
    busiest: {
      calls: Math.max(0, ...of('calls')),
      reads: Math.max(0, ...of('reads')),
      writes: Math.max(0, ...of('writes')),
    },
  }
}

/** How many instants lie on each day. */
export function perDayOf(instants: Iterable<number>): Map<string, number> {
  const days = new Map<string, number>()
  for (const at of instants) days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + 1)
  return days
}
