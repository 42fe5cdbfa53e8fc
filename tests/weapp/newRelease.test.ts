import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

let world: World
const said: string[] = []

before(async () => {
  world = await openWorld('demo-member', (county) => ({ now: () => county.emulator.clock.now() }))
  world.host.mock('showModal', ({ title }) => {
    said.push(String(title))
    return { confirm: true, cancel: false }
  })
})
after(() => world.close())

const restarts = () => world.host.calls.filter(({ name }) => name === 'applyUpdate').length

test('a phone too old for the cloud reads how to get the new release: no page is dead', async () => {
  const { host } = world
  host.cloud.spoil = (answer) => ({ ...answer, result: { ok: false, at: 1, reason: 'client_outdated' } })
  await host.launch()
  await host.until(() => host.has('#refused-update'))
  assert.match(host.text('#refused-client_outdated'), /请更新小程序/)
  await host.tap('#refused-update')
  await host.until(() => said.length > 0)
  assert.deepEqual(said.splice(0), ['这样换上新版本'])
  assert.equal(restarts(), 0)
})

test('a release that comes while another page lies over it waits for the next tab page, and begins when it is tapped', async () => {
  const { host } = world
  host.cloud.spoil = (answer) => answer
  await host.openTab('me')
  await host.tap('#to-about')
  await host.at('pages/me/index', 'self/about/index')
  host.newRelease()
  assert.deepEqual(said, [])
  await host.back()
  await host.until(() => said.length > 0)
  assert.deepEqual(said, ['新版本准备好了'])
  await host.until(() => restarts() === 1)
})
