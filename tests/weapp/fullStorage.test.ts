import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

/** A phone that has no room left: what is asked and done with services, proposals and visits goes on as ever. */
let world: World
const one = (name: string, where: object) => world.emulator.database.find(name, where)[0]
const organisation = (name: string) => String(one('organisations', { name })?._id)
/** The secretary's own community, for whose staff the secretary works as well. */
let communityId = ''

before(async () => {
  world = await openWorld('demo-secretary')
  const { memberId } = one('identities', { _id: 'demo-secretary' }) ?? {}
  const member = one('members', { _id: memberId }) as { communities?: { communityId: string }[] }
  communityId = member.communities?.[0]?.communityId ?? ''
  for (const [role, organisationId] of [
    ['village_contact', organisation('青山村')],
    ['community_staff', communityId],
  ])
    await world.ask('demo-committee', 'grants.give', {
      ...{ organisationId, role, memberId, from: '2026-09-22', nonce: `weapp-full-${role}` },
    })
  world.host.mock('showModal', () => ({ confirm: true, cancel: false }))
  world.host.full = true
  await world.host.launch()
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))
const proposed = () => one('activities', { 'proposed.branchId': organisation('县农业农村局党支部') })

test('back in the middle of the form proposes nothing; sent, the proposal stands there once', async () => {
  const { host } = world
  const door = `#proposed-${organisation('县农业农村局党支部')}`
  await host.openTab('work')
  await host.tap(door)
  await host.tap('#propose')
  await shows('#send-proposal')
  await host.back()
  await shows('#propose')
  assert.equal(proposed(), undefined)
  await host.tap('#propose')
  await host.tap('#send-proposal')
  await host.until(() => proposed()?.state === 'draft')
  await shows(`#withdraw-${String(proposed()?._id)}`)
  await host.back()
})

test('the community reads it and publishes it in one tap, and its past is there', async () => {
  const { host } = world
  await host.tap(`#proposals-${communityId}`)
  await host.tap(`#accept-${String(proposed()?._id)}`)
  await host.until(() => proposed()?.state === 'published')
  await host.back()
  await host.tap(`#past-${communityId}`)
  await says('#past-services', /次服务.*人次到场/)
  await host.back()
})

test('the village’s past is there', async () => {
  const { host } = world
  await host.tap(`#past-${organisation('青山村')}`)
  await says('#past-visits', /次走访.*走访 \d+ 号/)
})
