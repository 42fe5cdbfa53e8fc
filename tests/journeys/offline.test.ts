import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { says, scanPicture, shown, tap, type World, openWorld } from './world'

let world: World
let secretary: Page

before(async () => {
  world = await openWorld()
  secretary = (await world.phone('demo-secretary')).page
  await tap(secretary, '#tab-work')
  await tap(secretary, '#show-code')
  await tap(secretary, '#open-registration')
  await secretary.locator('#code-card').waitFor()
})
after(() => world.close())

const registered = () =>
  world.emulator.database.count('facts', {
    kind: 'attendance',
    way: 'roll_call',
    recordedAt: { $gte: world.emulator.clock.now() - 600_000 },
  })

test('without network the organiser goes on ticking, and the ticks go up once when it is back', async () => {
  await tap(secretary, '#seg-roll')
  await secretary.context().setOffline(true)
  await says(secretary, '#offline-note', /没有网络，点名照常/)
  for (const name of ['夏志振', '马梅']) {
    await shown(secretary, '[id^="roll-m"]').filter({ hasText: name }).click()
    await says(secretary, '#roll-call', new RegExp(`${name} ?待上传`))
  }
  await says(secretary, '#offline-note', /2 条存在本机/)
  assert.equal(registered(), 0)

  await secretary.context().setOffline(false)
  await says(secretary, '#roll-call', /夏志振 ?点名/)
  await says(secretary, '#roll-call', /马梅 ?点名/)
  assert.equal(registered(), 2)
})

test('ticks that wait survive the page being closed', async () => {
  await secretary.context().setOffline(true)
  await says(secretary, '#offline-note', /没有网络/)
  await shown(secretary, '[id^="roll-m"]').filter({ hasText: '贾芬生' }).click()
  await says(secretary, '#roll-call', /贾芬生 ?待上传/)
  const address = secretary.url()
  await secretary.close()

  const next = await secretary.context().newPage()
  await secretary.context().setOffline(false)
  await next.goto(address)
  await tap(next, '#seg-roll')
  await says(next, '#roll-call', /贾芬生 ?点名/)
  assert.equal(registered(), 3)
  secretary = next
})

test('a member without network is shown the ways that need none, and nothing is stored', async () => {
  const { page } = await world.phone('demo-member')
  await says(page, '#month', /帮扶走访/)
  await tap(secretary, '#seg-code')
  await secretary.locator('#code-card').waitFor()
  await secretary.waitForTimeout(500)
  const picture = await secretary.screenshot()
  const before = world.emulator.database.count('facts')
  // In a browser the pages' code is fetched ahead, a moment after the first page; WeChat has it in the package.
  await page.waitForTimeout(2500)
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await scanPicture(page, picture)
  const text = await says(page, '#refused-offline', /没连上网络/)
  assert.match(text, /我的码/)
  assert.match(text, /点名/)
  await tap(page, '#checkin #my-code')
  await says(page, '#code', /胡淑/)
  await page.context().setOffline(false)
  await page.waitForTimeout(1500)
  assert.equal(world.emulator.database.count('facts'), before)
  await page.context().close()
})
