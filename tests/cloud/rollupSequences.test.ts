import type { RollupReport } from '@cloud/lib/counting/rollup/rollup'
import type { StoredRollup } from '@cloud/lib/store/collections/rollups'
import { addDays, dayOf, startOfDay } from '@domain/time/day'
import { times } from '../../emulator/testing/longRun'
import { Random } from '../../scripts/seed/random'
import { RollupCloud } from './rollupCloud'
import { MINUTE, Steps } from './rollupSteps'

const HOUR = 60 * MINUTE

let cloud: RollupCloud
let random: Random
let steps: Steps
const start = async (seed: string) => {
  cloud = await RollupCloud.start()
  random = new Random('rollup', seed)
  steps = new Steps(cloud, random)
}
afterEach(() => cloud.stop())

async function runToEnd(limits?: { budgetMs: number; page: number }): Promise<RollupReport> {
  for (let tries = 0; tries < 20; tries += 1) {
    const report = await cloud.run(limits)
    if (report.state === 'done') return report
  }
  throw new Error('it never comes to an end')
}

/** Everything a document says but when and by which run. */
const bytes = () => JSON.stringify(cloud.numbers())

const seeds = ['one', 'two', 'three', 'four', 'five', 'six']
const further = Array.from({ length: times(0, 40) }, (_, i) => `seed ${i}`)

test.each([...seeds, ...further])(
  'after each part of sequence %s the documents equal a recomputation from all there is; a second run changes no byte',
  async (seed) => {
    await start(seed)
    for (let part = 0; part < 20; part += 1) {
      await steps.take(random.int(2, 10))
      cloud.emulator.clock.advance(random.pick([10 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 26 * HOUR]))
      await runToEnd(random.chance(0.3) ? { page: 1, budgetMs: -1 } : undefined)
      expect(cloud.numbers()).toEqual(cloud.recomputed())
      const before = bytes()
      cloud.emulator.clock.advance(3 * MINUTE)
      await runToEnd()
      expect(bytes()).toBe(before)
    }
    // Nobody was surprised: what the runs of the day kept is what the full run of the next day finds.
    cloud.emulator.clock.set(startOfDay(addDays(dayOf(cloud.now()), 1)) + MINUTE)
    expect(await runToEnd()).toMatchObject({ isFull: true })
    expect(cloud.find<StoredRollup>('rollups').filter(({ differences }) => differences > 0)).toEqual([])
  },
)

test('cut off at any call, before or after it arrives, and run again: the same documents', async () => {
  await start('cut')
  await steps.take(30)
  await runToEnd()
  let cuts = 0
  for (let calls = 0; ; calls += 1) {
    await steps.take(4)
    cloud.emulator.clock.advance(10 * MINUTE)
    cloud.wire.dieAfter(calls, { answerLost: calls % 2 === 0 })
    const wasCut = await cloud.run({ page: 1, budgetMs: 40_000 }).then(
      () => false,
      () => true,
    )
    cloud.wire.heal()
    if (!wasCut) break
    cuts += 1
    // Longer than the lease of the dead run.
    cloud.emulator.clock.advance(10 * MINUTE)
    await runToEnd()
    expect(cloud.numbers()).toEqual(cloud.recomputed())
  }
  expect(cuts).toBeGreaterThan(12)
})
