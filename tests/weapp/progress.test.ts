import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

let world: World

before(async () => {
  world = await openWorld('demo-organisation-officer')
})
after(() => world.close())

test('home looks back at March and says what there is of it', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#home-month'))
  // September is the first of those on offer.
  await host.fire('#home-month', 'change', { value: 6 }, true)
  await host.until(
    () => host.has('#headline') && /3月\s*4\s*项，已完成\s*3\s*项/.test(host.text('#headline')),
  )
  assert.equal(host.text('#home').includes('下一场'), false)
})

test('the missed study is made up with one tap, and a second person is asked', async () => {
  const { host, emulator } = world
  await host.tap('#duty-member_study')
  await host.until(() => host.has('#why-next'))
  assert.match(host.text('#why-next'), /可以补学\s*1\s*场/)
  await host.tap('我已补学')
  await host.tap('#make-up-send')
  await host.until(() => host.has('#make-up-said'))
  assert.match(host.text('#make-up-said'), /已请.+确认，确认后计入/)
  await host.until(() => host.text('#why-head').includes('1 次待确认'))
  const waiting = emulator.database.find('facts', { kind: 'make_up', confirmed: null, way: 'self' })
  assert.ok(waiting.some(({ occurredOn }) => occurredOn === '2026-09-22'))
})

test('back in the running month its records open the numbers they count towards', async () => {
  const { host } = world
  await host.tap('#sheet-close')
  await host.tap('#this-month')
  await host.until(() => host.has('#headline') && host.text('#headline').includes('本月'))
  await host.openTab('me')
  await host.tap('#my-records')
  await host.until(() => host.has('#records') && host.text().includes('9月集中学习'))
  await host.at('pages/me/index', 'member/records/index')
  await host.tap('9月集中学习')
  await host.until(() => host.has('#why-counted'))
  assert.match(host.text('#why-head'), /集中学习/)
})
