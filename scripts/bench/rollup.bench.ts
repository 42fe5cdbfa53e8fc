import type { Invocation } from '../../emulator/types'
import { type Figure, figure } from '../lib/figure'
import { type BenchCounty, withCounty } from './county'

const MINUTE = 60_000

interface Report {
  state: string
  branches: number
}

/** Runs the timer until it is done; what it took in all. */
async function runToEnd({ emulator, last }: BenchCounty) {
  const taken = { ms: 0, calls: 0, branches: 0 }
  for (let runs = 0; runs < 20; runs += 1) {
    const { result } = await emulator.runTimer('rollup')
    const { state, branches } = result as Report
    const invocation: Invocation = last()
    taken.ms += invocation.ms
    taken.calls += invocation.calls.length
    taken.branches += branches
    if (state === 'done') return taken
  }
  throw new Error('the roll-up never comes to an end')
}

/** A registration each in three branches, as if made now. */
function touchThree({ emulator }: BenchCounty): void {
  const now = emulator.clock.now()
  const month = new Date(now + 8 * 60 * MINUTE).toISOString().slice(0, 7)
  const branches = new Map<string, Record<string, unknown>>()
  for (const fact of emulator.database.find('facts', { kind: 'tick' }))
    if (branches.size < 3) branches.set(String(fact.branchId), fact)
  const facts = [...branches.values()].map((fact, i) => ({
    ...fact,
    _id: `bench${i}_${String(fact.memberId)}_${month}`,
    periodKey: month,
    updatedAt: new Date(now),
  }))
  emulator.database.insertMany('facts', facts)
}

/** The county's page and what keeps it true: a roll-up of everything, of three touched branches, of nothing. */
export default async function* rollup(): AsyncGenerator<Figure> {
  yield* withCounty(async function* (county) {
    const { emulator, ask, last } = county
    const first = await runToEnd(county)
    yield figure('roll-up of a new county', first.ms / 1000, 's', 20)
    emulator.clock.advance(24 * 60 * MINUTE)
    const full = await runToEnd(county)
    yield figure('roll-up on a new day, all branches', full.ms / 1000, 's', 20)
    yield figure('roll-up on a new day, database calls', full.calls, 'calls')

    // Late in the evening no meeting's hour comes, which would be a change of its own.
    emulator.clock.advance(7.5 * 60 * MINUTE)
    await runToEnd(county)
    emulator.clock.advance(10 * MINUTE)
    touchThree(county)
    const three = await runToEnd(county)
    if (three.branches !== 3) throw new Error(`three branches were touched, ${three.branches} computed`)
    yield figure('roll-up of 3 branches to one of all, time', (100 * three.ms) / full.ms, '%', 15)
    yield figure(
      'roll-up of 3 branches to one of all, database calls',
      (100 * three.calls) / full.calls,
      '%',
      15,
    )
    // What was written just before a run is looked at once more by the next one.
    emulator.clock.advance(10 * MINUTE)
    await runToEnd(county)
    emulator.clock.advance(10 * MINUTE)
    const none = await runToEnd(county)
    yield figure('roll-up when nothing changed', none.ms, 'ms')
    yield figure('roll-up when nothing changed, database calls', none.calls, 'calls', 12)

    await ask('demo-committee', 'committee.overview')
    await ask('demo-committee', 'committee.overview', { periodKey: '2026-08' })
    const reads = last().calls.filter(({ collection }) => collection === 'rollups')
    yield figure('committee page, reads of numbers', reads.length, 'calls', 1)
    // Who asks, the numbers, and what a timer had to pass over.
    yield figure('committee page, database calls', last().calls.length, 'calls', 3)
    yield figure('committee page', last().ms, 'ms')
  })
}
