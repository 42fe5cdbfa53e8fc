import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { earlier } from './earlier'
import { openMeeting, openWorld, type World } from './world'

let world: World
let code: () => string

before(async () => {
  world = await openWorld('demo-member', async (county) => ({
    storage: await earlier(county, 'demo-member', [{ see: '#month' }]),
    network: 'off',
    now: () => county.emulator.clock.now(),
  }))
  code = await openMeeting(world)
})
after(() => world.close())

test('a member who opens the app without network sees the numbers last known, and that they are', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#offline-note'))
  assert.match(host.text('#hello'), /胡淑/)
  assert.match(host.text('#month'), /主题党日/)
  assert.match(host.text('#offline-note'), /没连上网络，下面是 .* 的内容/)
})

test('a scan without network leads to the ways that need none, and stores nothing', async () => {
  const { host, emulator } = world
  const facts = emulator.database.count('facts')
  host.mock('scanCode', () => ({ result: code(), scanType: 'QR_CODE' }))
  await host.tap('#scan-button')
  await host.until(() => host.has('#refused-offline'))
  assert.match(host.text(), /我的码/)
  assert.match(host.text(), /点名/)
  await host.setNetwork('on')
  assert.equal(emulator.database.count('facts'), facts)
  await host.setNetwork('off')
})

test('the own code stands without network', async () => {
  const { host } = world
  await host.tap('#my-code')
  await host.until(() => host.has('#code-card') && host.canvas('#member-code').calls.length > 100)
  assert.match(host.text('#code-card'), /胡淑/)
})
