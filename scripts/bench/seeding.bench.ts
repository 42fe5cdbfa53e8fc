import { type Figure, figure } from '../lib/figure'
import { withCounty } from './county'

/** From an empty data folder to the whole demo county on disk: some 60,000 documents in batches. */
export default async function* seeding(): AsyncGenerator<Figure> {
  const started = Date.now()
  yield* withCounty(async function* () {
    yield figure('demo county on disk after', Date.now() - started, 'ms', 15_000)
  })
}
