import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

/** 台账与清单 in the mini-program: one row entered, and a list of five hundred. */
const MANY = 500
/** Bytes of one setData: more makes a phone of some years wait. */
const A_STEP = 20_000

let world: World
before(async () => {
  world = await openWorld('demo-secretary')
  await world.host.launch()
  await world.host.openTab('work')
  await world.host.until(() => world.host.text().includes('台账'))
})
after(() => world.close())

const branchId = () => {
  const [place] = world.emulator.database.find('organisations', { name: '县农业农村局党支部' })
  return String(place?._id)
}
const rows = () => world.emulator.database.find('listRows')

test('a problem is entered and 办结, from 工作', async () => {
  const { host } = world
  await host.tap(`#lists-${branchId()}`)
  await host.tap('#list-rectification')
  await host.tap('#add-row')
  await host.input('#field-what', '活动室没有党旗')
  await host.tap('#field-owner')
  await host.until(() => host.has('.cell'))
  const [member] = world.emulator.database.find('members', { 'memberships.branchId': branchId() })
  await host.tap(`#choose-${String(member?._id)}`)
  await host.fire('#field-due', 'change', { value: '2026-09-25' }, true)
  await host.tap('#save-row')
  await host.untilText('活动室没有党旗')
  assert.equal(rows().length, 1)
  await host.tap('#row-0')
  await host.tap('#move-done')
  await host.untilText('已办结')
  assert.equal(rows()[0]?.state, 'done')
})

test('500 rows come part by part, each in steps a phone takes at once', async () => {
  const { host, emulator } = world
  const [row] = rows()
  assert.ok(row)
  const sites = Array.from({ length: MANY }, (_, i) => ({
    ...{ ...row, _id: `row${i}`.padStart(16, '0'), list: 'sites', at: Number(row.at) - i },
    ...{ memberIds: [], state: '' },
    cells: [
      { field: 'site', text: `办公楼东侧二楼党员活动室第${i + 1}间` },
      { field: 'year', number: 2026 },
      { field: 'has', pickedIds: ['place', 'equipment', 'sign', 'flag', 'books', 'rules'] },
    ],
  }))
  emulator.database.insertMany('listRows', sites)
  const painted = host.paints.length
  await host.tap('#list-sites')
  await host.until(() => host.has(`#row-${MANY - 1}`))
  assert.ok(!host.has(`#row-${MANY}`))
  const most = Math.max(...host.paints.slice(painted).map(({ bytes }) => bytes))
  assert.ok(most <= A_STEP, `a step of ${most} bytes`)
})
