import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTaps } from './taps'
import { textSizes } from './shortRun'
import { openWorld } from './world'

for (const elder of textSizes)
  test(`what is done every week takes no more taps than promised, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const world = await openWorld()
    try {
      for await (const { what, most, taps } of countTaps(world, elder))
        assert.ok(taps > 0 && taps <= most, `${what}: ${taps} taps of ${most}`)
    } finally {
      await world.close()
    }
  })
