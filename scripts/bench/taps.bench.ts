import { countTaps } from '../../tests/journeys/taps'
import { openWorld } from '../../tests/journeys/world'
import { type Figure, figure } from '../lib/figure'

/** Taps of what a secretary does every week, counted on the h5 of the demo branch as the journeys count them. */
export default async function* taps(): AsyncGenerator<Figure> {
  const world = await openWorld()
  try {
    for await (const { what, most, taps: value } of countTaps(world)) yield figure(what, value, 'taps', most)
  } finally {
    await world.close()
  }
}
