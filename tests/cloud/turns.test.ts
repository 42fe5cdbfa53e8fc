import type { Action } from '@domain/contract/actions'
import { actors } from './matrix/actors'
import { expected } from './matrix/expected'
import { samples } from './matrix/samples'
import { startMatrixWorld } from './matrix/world'
import type { World } from './world'

/** What changes nothing and takes a turn of the day all the same: it leaves the phone as a file, finds people by name, or is asked of WeChat. */
let world: World
beforeAll(async () => {
  world = await startMatrixWorld()
})
afterAll(() => world.stop())

/** How many a day, by hand, and of what: of papers those that the matrix's world has something for. */
const turns: Record<string, [number, Action[]]> = {
  export: [5, ['import.export', 'privacy.export']],
  paper: [
    200,
    [
      ...(['paper.ofMeeting', 'paper.ofBranch', 'paper.ofSpan', 'paper.ofCounty'] as const),
      ...(['paper.ofVillage', 'paper.ofOwnService', 'paper.ofCommunity', 'paper.ofList'] as const),
    ],
  ],
  part: [400, ['paper.part']],
  resident: [200, ['service.residents']],
  picture: [1000, ['code.picture']],
}
const cases = Object.entries(turns).flatMap(([kind, [most, those]]) =>
  those.map((action): [Action, string, number] => [action, kind, most]),
)

test.each(cases)('%s: with all turns of the day taken (%s) it is refused', async (action, kind, most) => {
  const found = [samples[action]]
    .flat()
    .flatMap((sample) =>
      actors.flatMap((actor) => (expected(action, actor, sample) === 'yes' ? [{ actor, sample }] : [])),
    )
  let refused = false
  // What a sample is about may leave nothing to make; the next one who may is asked.
  for (const { actor, sample } of found.slice(0, 40)) {
    const { openId } = actor
    const rows = Array.from({ length: most }, (_, n) => ({
      ...{ _id: `${openId}_2026-09-22_${kind}_${n}`, openId, day: '2026-09-22', kind, reason: 'asked' },
      at: world.now(),
    }))
    const { database } = world.emulator
    if (database.count('attempts', { openId, kind }) < most) database.insertMany('attempts', rows)
    refused = (await world.reason(openId, action, sample.request())) === 'too_many_attempts'
    if (refused) break
  }
  expect(refused).toBe(true)
})
