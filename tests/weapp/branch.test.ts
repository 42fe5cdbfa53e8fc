import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

let world: World

before(async () => {
  world = await openWorld('demo-secretary')
  // The night has looked at whom it is suggested to talk with.
  await world.emulator.runTimer('rollup')
})
after(() => world.close())

const idOf = (name: string) => String(world.emulator.database.find('organisations', { name })[0]?._id)

test('the secretary changes to the year and opens the reasons behind a cell without a minimum', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#month'))
  await host.openTab('work')
  const door = `#progress-${idOf('县农业农村局党支部')}`
  await host.until(() => host.has(door))
  await host.tap(door)
  await host.until(() => host.has('#early') && host.has('#members'))
  await host.tap('#seg-year')
  await host.until(() => host.has('#members') && host.text('#members').includes('党员今年'))
  await host.fire('#matrix-body', 'scroll', { scrollLeft: 60 })
  await host.until(() => host.attribute('#matrix-head', 'scrollLeft') === 60)
  const member = String(world.emulator.database.find('members', { name: '宋秀国' })[0]?._id)
  await host.tap(`#cell-${member}-life-theme_party_day`)
  await host.until(() => host.has('#why-counted') && host.text('#why-sheet').includes('不设次数'))
  assert.match(host.text('#why-counted'), /计入\s*\d+\s*条/)
})

test('a member of the 中心组 reads its page and plans nothing', async () => {
  const { host } = world
  await host.tap('#sheet-close')
  await host.back()
  await host.openTab('me')
  const door = `#my-unit-${idOf('县农业农村局党组')}`
  await host.until(() => host.has(door))
  await host.tap(door)
  await host.until(() => host.has('#unit-people') && host.text('#unit-people').includes('宋秀国'))
  assert.equal(host.has('#unit-plan'), false)
})
