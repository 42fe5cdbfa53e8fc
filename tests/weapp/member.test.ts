import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ResponseOf } from '../../domain/contract/actions'
import { openMeeting, openWorld, type World } from './world'

let world: World
let code: () => string
let seeded = 0
const facts = () => world.emulator.database.count('facts')
const scan = (text: string) => world.host.mock('scanCode', () => ({ result: text, scanType: 'QR_CODE' }))

before(async () => {
  world = await openWorld('demo-member')
  code = await openMeeting(world)
  seeded = facts()
})
after(() => world.close())

test('home shows what the local cloud answers', async () => {
  const { host } = world
  await host.launch()
  await host.until(() => host.has('#month'))
  await host.at('pages/home/index')
  assert.match(host.text('#hello'), /胡淑/)
  assert.match(host.text('#month'), /主题党日/)
  assert.match(String(host.attribute('.ring', 'ariaLabel')), /帮扶走访，已 1 次，需 2 次/)
})

test('the tab bar stands below and leads to another tab and back', async () => {
  const { host } = world
  await host.openTab('activities')
  await host.at('pages/activities/index')
  await host.openTab('home')
  await host.at('pages/home/index')
})

test('a row of 活动 opens the meeting, which goes into the phone’s calendar; a no of the phone is said kindly', async () => {
  const { host, ask } = world
  const { upcoming } = await ask<ResponseOf<'activity.list'>>('demo-member', 'activity.list', {})
  const card = upcoming.find(
    ({ mine, startsAt }) => mine === 'expected' && startsAt > world.emulator.clock.now(),
  )
  assert.ok(card)
  await host.openTab('activities')
  await host.until(() => host.has(`#activity-${card.id}`))
  await host.tap(`#activity-${card.id} .grow`)
  await host.until(() => host.has('#meeting-mine'))
  assert.match(host.text('#meeting-head'), new RegExp(`${card.title}.*${card.place}.*名单里有您`))
  const said: string[] = []
  host.mock('showModal', ({ title }: { title: string }) => {
    said.push(title)
    return { confirm: true }
  })
  host.mock('addPhoneCalendar', () => {
    throw new Error('auth deny')
  })
  await host.tap('#to-calendar')
  await host.until(() => said.includes('没能加进日历'))
  let noted: object = {}
  host.mock('addPhoneCalendar', (entry) => {
    noted = entry
    return {}
  })
  await host.tap('#to-calendar')
  await host.until(() => 'title' in noted)
  assert.deepEqual(noted, {
    ...{ title: card.title, location: card.place, alarm: true, alarmOffset: 1800 },
    ...{ startTime: card.startsAt / 1000, endTime: String(card.endsAt / 1000) },
  })
  await host.back()
  await host.openTab('home')
  await host.at('pages/home/index')
})

test('a code of 46 seconds ago is refused', async () => {
  const { host, emulator } = world
  scan(code())
  emulator.clock.advance(46_000)
  await host.tap('#scan-button')
  await host.until(() => host.has('#refused-code_expired'))
  assert.equal(facts(), seeded)
  await host.back()
  await host.at('pages/home/index')
})

test('the scan button leads to the result page, and home shows the change', async () => {
  const { host } = world
  scan(code())
  await host.tap('#scan-button')
  await host.until(() => host.has('#result-title'))
  assert.match(host.text('#result-title'), /登记成功/)
  assert.match(host.text('#counts-title'), /这次计入/)
  assert.equal(facts(), seeded + 1)
  await host.tap('#done')
  await host.until(() => /主题党日\s*1\/1/.test(host.text('#month')))
})

test('the same code again shows that one is registered already', async () => {
  const { host } = world
  scan(code())
  await host.tap('#scan-button')
  await host.until(() => host.has('#refused-already_registered'))
  await host.back()
})
