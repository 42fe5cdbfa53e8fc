import type { RollupReport } from '../../cloudfunctions/lib/counting/rollup/rollup'
import { at } from '../../domain/testing/at'
import { periodByKey, periodKinds, periodsIn } from '../../domain/time/period'
import { figure, type Figure } from '../lib/figure'
import { openYear, untilDone } from './openYear'

/** A county, and a prefecture of ten: ten environments that know nothing of each other. */
const BRANCHES = 62
const COUNTIES = 10
/** December may be entered still: every period of the year is open or closed in it. */
const now = at('2026-12-31 20:00')
const year = periodByKey('2026')

/** One county's year from nothing: every month, quarter, half-year and the year itself of every branch. */
async function ofCounty(number: number) {
  const isKept = (day: string) => day.startsWith('2026')
  const county = await openYear({ branches: BRANCHES, from: number * BRANCHES, now, isKept })
  const { emulator, members, facts } = county
  try {
    const { seconds } = await untilDone(
      async () => (await emulator.runTimer('rollup')).result as RollupReport,
    )
    const stored = emulator.database.find('rollups').map(({ periodKey }) => String(periodKey))
    const wanted = periodKinds.flatMap((kind) => periodsIn(kind, year)).map(({ key }) => key)
    const missing = wanted.filter((key) => !stored.includes(key))
    if (missing.length > 0) throw new Error(`not rolled up: ${missing.join(', ')}`)
    return { members, facts, seconds }
  } finally {
    await county.stop()
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** The whole year of 62 branches rolled up by the timer, and of 620 in ten environments, one after the other. */
export default async function* rollupYear(): AsyncGenerator<Figure> {
  const counties = []
  for (let number = 0; number < COUNTIES; number += 1) counties.push(await ofCounty(number))
  const [first] = counties
  if (!first) return
  const runs = counties.flatMap(({ seconds }) => seconds)
  yield figure('roll-up of a year of 62 branches, members', first.members, 'members')
  yield figure('roll-up of a year of 62 branches, facts', first.facts, 'facts')
  yield figure('roll-up of a year of 62 branches', sum(first.seconds), 's')
  yield figure('roll-up of a year of 62 branches, runs', first.seconds.length, 'runs')
  yield figure('roll-up of a year of 620 branches, facts', sum(counties.map(({ facts }) => facts)), 'facts')
  yield figure('roll-up of a year of 620 branches, all runs', sum(runs), 's')
  yield figure('roll-up of a year of 620 branches, runs', runs.length, 'runs')
  // A run begins nothing after 35 s and may take 60.
  yield figure('roll-up of a year of 620 branches, longest run', Math.max(...runs), 's', 50)
}
