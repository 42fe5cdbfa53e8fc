import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayOf } from '../../domain/time/day'
import { formatDay } from '../../domain/time/format'
import { openWorld, type World } from './world'

const DAY = 86_400_000
const BY_SCAN = 1011

/** A phone whose clock is a day ahead. */
let world: World
before(async () => {
  world = await openWorld('demo-member', ({ emulator }) => ({ now: () => emulator.clock.now() + DAY }))
  await world.host.launch()
})
after(() => world.close())

const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))

test('a visit is of today, and the page says the day it is', async () => {
  const { host, emulator } = world
  const { memberId } = emulator.database.find('identities', { _id: 'demo-member' })[0] ?? {}
  const [household] = emulator.database.find('households', { memberIds: memberId })
  const code = `https://x.gov.cn/c?t=H1.${String(household?.doorCode)}`
  await host.reopen('pages/home/index', { q: encodeURIComponent(code) }, BY_SCAN)
  await host.tap('#purpose-heart')
  await host.tap('#register-visit')
  await says('#visit-result', new RegExp(formatDay(emulator.clock.now())))
  const where = { kind: 'visit', memberId, householdId: household?._id }
  const days = emulator.database.find('facts', where).map(({ occurredOn }) => String(occurredOn))
  assert.equal(days.sort().at(-1), dayOf(emulator.clock.now()))
})
