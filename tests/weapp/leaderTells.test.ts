import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

let world: World
before(async () => {
  world = await openWorld('demo-leader')
  const { emulator } = world
  emulator.clock.set(Date.parse('2026-09-24T08:05:00+08:00'))
  await emulator.invoke('remind', {}, {})
})
after(() => world.close())

const told = () =>
  world.emulator.database
    .find('reminders', { kind: 'month_gap' })
    .filter((row) => row.told !== undefined && row.told !== null).length

test('whom WeChat does not reach stands on the leader’s list with the sentence to say; ticked it is told, and a slip is taken back', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#tab-work'))
  await host.openTab('work')
  const [branch] = world.emulator.database.find('organisations', { name: '县农业农村局党支部' })
  await host.tap('请当面或电话告诉')
  await host.until(() => /本月还差 \d 项/.test(host.text()))
  const [one] = world.emulator.database
    .find('reminders', { kind: 'month_gap', state: 'leader', branchId: branch?._id })
    .filter(({ _id }) => host.has(`#told-${String(_id)}`))
  assert.ok(one)
  const before = told()
  await host.tap(`#told-${String(one._id)}`)
  await host.until(() => host.has(`#untold-${String(one._id)}`))
  assert.equal(told(), before + 1)
  await host.tap(`#untold-${String(one._id)}`)
  await host.until(() => host.has(`#told-${String(one._id)}`))
  assert.equal(told(), before)
})
