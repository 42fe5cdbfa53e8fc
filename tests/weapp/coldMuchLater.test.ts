import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { earlier } from './earlier'
import { openWorld, type World } from './world'

const days = 24 * 3600 * 1000
let world: World

before(async () => {
  world = await openWorld('demo-member', async (county) => ({
    storage: await earlier(county, 'demo-member', [{ see: '#month' }]),
    network: 'off',
    now: () => county.emulator.clock.now() + 40 * days,
  }))
})
after(() => world.close())

test('a member who was offline for forty days sees no old numbers, and still has the scan and the own code', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#refused-offline'))
  assert.equal(host.has('#month'), false)
  assert.equal(host.has('#scan-button'), true)
  await host.tap('#my-code')
  await host.until(() => host.has('#code-card') && host.canvas('#member-code').calls.length > 100)
  assert.match(host.text('#code-card'), /胡淑/)
  await host.back()
})

test('a slow network and a cloud that broke down are not called no network', async () => {
  const { host } = world
  await host.setNetwork('slow')
  await host.tap('#try-again')
  await host.until(() => host.has('#refused-slow'))
  assert.match(host.text('#refused-slow'), /网络慢/)
  await host.setNetwork('broken')
  await host.tap('#try-again')
  await host.until(() => host.has('#refused-unavailable'))
  assert.doesNotMatch(host.text('#refused-unavailable'), /没有网络|没连上/)
  await host.setNetwork('on')
  await host.until(() => host.has('#month'))
})
