import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

const phone = 'phone-of-invited'
let world: World
let invited = { memberId: '', name: '' }
let token = ''

before(async () => {
  world = await openWorld(phone)
  const { database } = world.emulator
  const branchId = String(database.find('organisations', { name: '县农业农村局党支部' })[0]?._id)
  const { rows } = await world.ask<{ rows: (typeof invited & { bound: boolean })[] }>(
    'demo-secretary',
    'roster.list',
    { branchId },
  )
  const asks = database.find('identities', { state: 'requested' }).map(({ memberId }) => memberId)
  const row = rows.find(({ bound, memberId }) => !bound && !asks.includes(memberId))
  assert.ok(row)
  invited = row
  const made = await world.ask<{ token: string }>('demo-secretary', 'binding.invite', {
    memberId: row.memberId,
    nonce: 'weapp-invite-0001',
  })
  token = made.token
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))
const agreed = () => world.emulator.database.count('consents', { _id: phone })

test('opened without an invitation, the privacy text stands before the welcome page', async () => {
  const { host } = world
  await host.launch()
  await shows('#consent-text')
  await host.at('pages/welcome/index', 'self/consent/index')
})

test('an invitation scanned then shows the surname alone; consent comes first and leads back to it', async () => {
  const { host } = world
  const address = encodeURIComponent(`https://x.gov.cn/c?t=I1.${token}`)
  await host.reopen('pages/home/index', { q: address }, 1011)
  await shows('#invited')
  assert.ok(host.text('#invited').includes(`${invited.name.slice(0, 1)}**`))
  assert.ok(!host.text('#invited').includes(invited.name))
  await shows('#to-consent')
  await host.tap('#to-consent')
  await shows('#agree-first')
  assert.match(host.text('#consent-text'), /县直机关工委/)
  await host.tap('#agree-first')
  assert.equal(agreed(), 0, 'not without the tick')
  await host.tap('#consent-tick')
  // WeChat's own button answers one tap with two events.
  await Promise.all([host.fire('#agree', 'agreeprivacyauthorization'), host.tap('#agree')])
  await shows('#take')
  await host.at('pages/home/index', 'self/invitation/index')
  assert.equal(agreed(), 1)
})

test('taken, the phone is the member’s and opens at home', async () => {
  const { host } = world
  await host.tap('#take')
  await says('#taken', new RegExp(invited.name))
  assert.equal(world.emulator.database.find('identities', { _id: phone })[0]?.memberId, invited.memberId)
  await host.tap('#done')
  await shows('#month')
  await host.at('pages/home/index')
})

test('the privacy centre says what is kept, and a correction asked for there waits there', async () => {
  const { host } = world
  await host.openTab('me')
  await shows('#to-privacy')
  await host.tap('#to-privacy')
  await says('#kept', /手机号后四位/)
  await shows('#to-correct')
  assert.equal(host.has('#asked'), false)
  await host.tap('#to-correct')
  await host.tap('#field-group')
  await host.input('#correct-text', '党小组应为第一党小组')
  await host.tap('#correct-send')
  await says('#asked', /党小组应为第一党小组.*等答复/)
  const { memberId } = invited
  assert.equal(world.emulator.database.count('corrections', { memberId, state: 'open' }), 1)
  await host.back()
})

test('the secretary is told of an illness by its kind, and the request waits for the answer', async () => {
  const { host } = world
  await host.tap('#my-exemptions')
  await shows('#ask')
  await shows('#ask-health')
  assert.doesNotMatch(host.text(), /等答复/)
  await host.tap('#ask')
  await host.tap('#kind-health')
  await says('#ask-lifts', /帮扶走访/)
  await host.tap('#ask-send')
  await host.until(() => /病休\s*等答复/.test(host.text()))
  assert.equal(host.has('#ask-sheet'), false)
  await host.back()
})

test('a complaint gets a number and stands below with the days its answer takes', async () => {
  const { host } = world
  await host.tap('#to-feedback')
  await says('#my-feedback', /还没有提过/)
  await host.tap('#kind-hard_to_use')
  await host.input('#feedback-text', '字太小，看不清')
  await host.tap('#feedback-send')
  await says('#feedback-sent', /\d{8}-\d{2}/)
  const number = /\d{8}-\d{2}/.exec(host.text('#feedback-sent'))?.[0] ?? ''
  await says(`#feedback-${number}`, /字太小，看不清\s*待答复/)
  assert.equal(world.emulator.database.find('feedback', { _id: number })[0]?.kind, 'hard_to_use')
})
