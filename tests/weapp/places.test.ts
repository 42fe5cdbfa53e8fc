import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

let world: World
const one = (name: string, where: object) => world.emulator.database.find(name, where)[0]
const memberOf = (as: string) => String(one('identities', { _id: as })?.memberId)
const organisation = (name: string) => String(one('organisations', { name })?._id)
const nonce = (of: string) => ({ nonce: `weapp-places-${of}` })

/** The secretary's own community: the one of the unit, whose staff writes a need. */
let communityId: string
let needId: string

before(async () => {
  world = await openWorld('demo-secretary')
  const { communities = [] } = one('members', { _id: memberOf('demo-secretary') }) as {
    communities?: { communityId: string }[]
  }
  communityId = communities[0]?.communityId ?? ''
  const staff = String(one('identities', { 'grants.organisationId': communityId })?._id)
  const need = { title: '教几位老人用手机挂号', until: '2026-10-15', wanted: 1 }
  const written = await world.ask<{ needId: string }>(staff, 'need.write', {
    ...{ placeId: communityId, ...need, ...nonce('need') },
  })
  needId = written.needId
  // One more of the own community, of Saturday, at which the secretary is not on record.
  const service = one('activities', { title: '敬老助餐', state: 'closed' })
  const own = { _id: 'missed', hostId: communityId, branchId: communityId, nonce: 'missed' }
  world.emulator.database.insertMany('activities', [{ ...service, ...own }])
  await world.ask('demo-committee', 'grants.give', {
    ...{ organisationId: organisation('青山村'), role: 'village_contact' },
    ...{ memberId: memberOf('demo-secretary'), from: '2026-09-22', ...nonce('grant') },
  })
  world.host.mock('showModal', () => ({ confirm: true, cancel: false }))
  await world.host.launch()
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))

test('a household is handed over from the member’s page: visits stay with who made them', async () => {
  const { host } = world
  const [from, to] = [memberOf('demo-member'), memberOf('demo-leader')]
  const household = one('households', { memberIds: from })
  const visits = () => world.emulator.database.count('facts', { kind: 'visit', memberId: from })
  const before = visits()
  await host.openTab('work')
  const door = `#roster-${organisation('县农业农村局党支部')}`
  await shows(door)
  await host.tap(door)
  await shows(`#member-${from}`)
  await host.tap(`#member-${from}`)
  await shows(`#hand-over-${String(household?._id)}`)
  await host.tap(`#hand-over-${String(household?._id)}`)
  await shows(`#choose-${to}`)
  await host.tap(`#choose-${to}`)
  const linked = () => (one('households', { _id: household?._id })?.memberIds ?? []) as string[]
  await host.until(() => linked().includes(to))
  assert.equal(linked().includes(from), false)
  assert.equal(visits(), before)
  await shows('#roster-rows')
  await host.back()
})

test('没来过 settles a visit, and is taken back', async () => {
  const { host } = world
  const villageId = organisation('青山村')
  const [visit] = world.emulator.database.find('facts', { kind: 'visit', hostId: villageId, confirmed: null })
  assert.ok(visit)
  const factId = String(visit._id)
  const denied = () => one('facts', { _id: factId })?.annulled !== undefined
  await shows(`#visits-${villageId}`)
  await host.tap(`#visits-${villageId}`)
  await shows(`#other-${factId}`)
  await host.tap(`#other-${factId}`)
  await says('#denied-visits', /不计入/)
  assert.ok(denied())
  await host.tap(`#restore-${factId}`)
  await shows(`#other-${factId}`)
  await host.back()
})

test('a need of the own community is taken and finished', async () => {
  const { host } = world
  await host.openTab('me')
  await host.tap('#my-deeds')
  await shows(`#take-${needId}`)
  await host.tap(`#take-${needId}`)
  await says('#in-hand', /教几位老人用手机挂号.*9月22日认领/)
  await host.tap('#finish')
  await host.until(() => host.text().includes('待确认'))
  assert.equal(world.emulator.database.count('facts', { needId }), 1)
  await host.back()
})

test('申请更正 of a service that is not on record waits for the community', async () => {
  const { host } = world
  await host.tap('#my-records')
  await shows('#filter-service')
  await host.tap('#filter-service')
  await host.tap('#correct-service')
  await host.tap('#missed-missed')
  await host.tap('#missed-reason-0')
  await host.tap('#missed-send')
  await says('#missed-asked', /确认后计入/)
  await host.tap('#sheet-close')
  await host.back()
})

test('a service is proposed to the own community, and taken back', async () => {
  const { host } = world
  const proposed = () => one('activities', { 'proposed.branchId': organisation('县农业农村局党支部') })
  await host.openTab('work')
  await host.tap(`#proposed-${organisation('县农业农村局党支部')}`)
  await host.tap('#propose')
  await host.tap('#send-proposal')
  await shows('#proposed')
  await host.until(() => proposed()?.state === 'draft')
  const withdraw = `#withdraw-${String(proposed()?._id)}`
  await shows(withdraw)
  await host.tap(withdraw)
  await host.until(() => proposed()?.state === 'cancelled')
  await says('#proposed', /支部撤回了/)
})
