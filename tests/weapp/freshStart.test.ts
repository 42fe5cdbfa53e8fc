import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { earlier } from './earlier'
import { openWorld, type World } from './world'

let world: World
const keyOfHome = 'sg:cache:me:progress.home:{}'

/** What an earlier release kept: the same answer, before it told of months and periods. */
function ofEarlierRelease(kept: [string, unknown][]): [string, unknown][] {
  return kept.map(([key, text]) => {
    const entry = JSON.parse(String(text)) as { value?: Record<string, unknown> }
    if (key !== keyOfHome) return [key, text]
    assert.ok(entry.value?.months)
    const { months: _, quarter: __, ...value } = entry.value
    return [key, JSON.stringify({ ...entry, value })]
  })
}

before(async () => {
  world = await openWorld('demo-member', async (county) => ({
    storage: ofEarlierRelease(await earlier(county, 'demo-member', [{ see: '#month' }])),
    now: () => county.emulator.clock.now(),
  }))
})
after(() => world.close())

test('a home page kept by an earlier release is none: the page stands as soon as the cloud answers', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#month') && host.has('#long-periods'))
  assert.equal(host.has('#broken-page'), false)
})

test('a page that cannot be drawn offers a fresh start, which leads home and forgets no waiting tick', async () => {
  const { host } = world
  host.storage.set('sg:queue:me', JSON.stringify({ waiting: [], dropped: [], withdrawn: [], tried: ['x'] }))
  host.cloud.spoil = (answer, action) =>
    action === 'progress.records' ? { ...answer, result: { ...answer.result, data: { year: 2026 } } } : answer
  await host.openTab('me')
  await host.tap('#my-records')
  await host.until(() => host.has('#broken-page'))
  assert.match(host.text('#broken-page'), /没能显示出来/)
  host.cloud.spoil = (answer) => answer
  await host.tap('#fresh-start')
  await host.at('pages/home/index')
  await host.until(() => host.has('#month'))
  assert.ok(host.storage.has('sg:queue:me'))
})
