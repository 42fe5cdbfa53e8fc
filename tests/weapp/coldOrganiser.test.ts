import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import jsQR from 'jsqr'
import { earlier } from './earlier'
import { openWorld, type World } from './world'

let world: World

before(async () => {
  world = await openWorld('demo-secretary', async (county) => ({
    storage: await earlier(county, 'demo-secretary', [
      { see: '#month' },
      { tab: 'work' },
      { tap: '#show-code' },
      { tap: '#open-registration' },
      { see: '#qr' },
    ]),
    network: 'off',
    now: () => county.emulator.clock.now(),
  }))
})
after(() => world.close())

const ticks = () =>
  world.emulator.database.count('facts', {
    kind: 'attendance',
    way: 'roll_call',
    recordedAt: { $gte: world.emulator.clock.now() - 600_000 },
  })

test('an organiser who opens the app without network reaches the meeting, its code and the roll', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#month'))
  await host.openTab('work')
  await host.tap('#show-code')
  await host.until(() => host.has('#qr') && host.canvas('#qr').calls.length > 100)
  assert.match(host.text('#offline-note'), /没有网络，点名照常/)
  const { data, width, height } = host.canvas('#qr').image()
  const code = jsQR(data, width, height)?.data ?? ''
  await world.ask('demo-member', 'checkin.open', { code })
})

test('ticks made then are kept, and one that was a mistake is taken back', async () => {
  const { host } = world
  await host.tap('#seg-roll')
  for (const name of ['夏志振', '马梅']) {
    await host.tap(name)
    await host.until(() => new RegExp(`${name}\\s*待上传`).test(host.text('#roll-call')))
  }
  assert.match(host.text('#offline-note'), /2 条存在本机/)
  await host.tap('马梅')
  await host.tap('#roll-sheet-act')
  await host.until(() => /马梅\s*未登记/.test(host.text('#roll-call')))
  assert.equal(ticks(), 0)
})

test('a storage that takes nothing more is said, not promised', async () => {
  const { host } = world
  host.full = true
  await host.tap('贾芬生')
  await host.until(() => host.text('#offline-note').includes('手机存满了'))
  assert.match(host.text('#waiting-list'), /先别关闭小程序/)
  host.full = false
})

test('with the network back both ticks go up by themselves', async () => {
  const { host } = world
  await host.setNetwork('on')
  await host.until(() => ticks() === 2)
  await host.until(() => /夏志振\s*点名/.test(host.text('#roll-call')) && !host.has('#offline-note'))
})

test('a tap on an uploaded tick leads to striking it out, at once', async () => {
  const { host } = world
  await host.tap('夏志振')
  await host.tap('#strike-reason-2')
  await host.tap('#strike-confirm')
  await host.until(() => /夏志振\s*已撤销/.test(host.text('#roll-call')))
})
