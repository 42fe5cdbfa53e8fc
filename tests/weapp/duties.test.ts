import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { householdCode } from '../../domain/checkin/staticCode'
import { openWorld, type World } from './world'

let world: World
let own = ''
let others = ''
const facts = () => world.emulator.database.count('facts')
const scan = (text: string) => world.host.mock('scanCode', () => ({ result: text, scanType: 'QR_CODE' }))
const shows = (what: string) => world.host.until(() => world.host.has(what))

before(async () => {
  world = await openWorld('demo-member')
  const me = await world.ask<{ households: { id: string }[] }>('demo-member', 'identity.me', {})
  const ids = me.households.map(({ id }) => id)
  for (const { _id, doorCode } of world.emulator.database.find('households')) {
    if (ids.includes(String(_id))) own = householdCode(String(doorCode))
    else others = householdCode(String(doorCode))
  }
  await world.host.launch()
  await shows('#month')
})
after(() => world.close())

test('the scan button leads from the own door’s code to the visit, and home shows the second of two', async () => {
  const { host } = world
  const seeded = facts()
  scan(own)
  await host.tap('#scan-button')
  await shows('#purposes')
  await host.at('pages/home/index', 'member/visit/index')
  await host.tap('#register-visit')
  assert.equal(facts(), seeded, 'without a purpose nothing is sent')
  await host.tap('#purpose-heart')
  await host.tap('#register-visit')
  await shows('#visit-result')
  assert.equal(facts(), seeded + 1)
  await host.tap('#done')
  await host.until(() => /帮扶走访\s*2\/2/.test(host.text('#month')))
})

test('the same door again on the day is the same visit', async () => {
  const { host } = world
  const before = facts()
  scan(own)
  await host.tap('#scan-button')
  await shows('#already-today')
  assert.equal(facts(), before)
  await host.tap('#done')
})

test('another’s door shows a card that says nothing', async () => {
  const { host } = world
  const before = facts()
  scan(others)
  await host.tap('#scan-button')
  await shows('#neutral')
  assert.doesNotMatch(host.text(), /走访|帮扶|户/)
  assert.equal(facts(), before)
  await host.back()
})

test('a service is joined, and the name taken back after being asked once', async () => {
  const { host } = world
  await host.openTab('activities')
  await host.tap('#seg-services')
  const { services } = await world.ask<{ services: { id: string }[] }>('demo-member', 'activity.list', {})
  const id = `#enrol-${services[0]?.id ?? ''}`
  await shows(id)
  await host.tap(id)
  await host.until(() => host.text(id).includes('已报名'))
  host.mock('showModal', () => ({ confirm: true, cancel: false }))
  await host.tap(id)
  await host.until(() => host.text(id).trim() === '报名')
})

test('the subscription is asked inside the tap, and what was allowed becomes a credit', async () => {
  const { host } = world
  await host.openTab('messages')
  await host.tap('#seg-settings')
  await shows('#credit-month_gap')
  const left = () => Number(/还能收到 (\d+) 次/.exec(host.text('#credit-month_gap'))?.[1] ?? 0)
  const had = left()
  host.mock('requestSubscribeMessage', ({ tmplIds }: { tmplIds: string[] }) =>
    Object.fromEntries(tmplIds.map((id) => [id, id.includes('month-gap') ? 'accept' : 'reject'])),
  )
  const asked = () => host.calls.filter(({ name }) => name === 'requestSubscribeMessage')
  const tapped = host.tap('#remind-me')
  assert.equal(asked().length, 1, 'asked before the tap was over')
  assert.equal((asked()[0]?.options.tmplIds as string[] | undefined)?.length, 2)
  await tapped
  await host.until(() => left() === had + 1)
})

test('a deed is claimed in one line and finished', async () => {
  const { host } = world
  await host.openTab('me')
  await host.tap('#my-deeds')
  await shows('#claim')
  await host.tap('#claim')
  assert.match(host.text('#claim-sheet'), /涉密和敏感内容不得录入/)
  await host.input('#claim-title', '修好楼道的灯')
  const [community] = world.emulator.database.find('organisations', { name: '滨河社区党委' })
  await host.tap(`#for-${String(community?._id)}`)
  await host.tap('#claim-send')
  await host.until(() => host.text().includes('办理中'))
  await host.tap('办结了')
  await host.until(() => host.text().includes('待确认'))
})
