import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import jsQR from 'jsqr'
import { codeInPicture } from './codeOn'
import { openWorld, type World } from './world'

let world: World
const startsAt = Date.parse('2026-09-22T16:00:00+08:00')

before(async () => {
  world = await openWorld('demo-community')
  world.emulator.clock.set(startsAt - 20 * 60_000)
  await world.host.launch()
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))

/** The code on a canvas, as another phone reads it. */
async function drawn(canvas: string): Promise<string> {
  const { host } = world
  await host.until(() => host.has(canvas) && host.canvas(canvas).calls.length > 100)
  const { data, width, height } = host.canvas(canvas).image()
  return jsQR(data, width, height)?.data ?? ''
}

async function register(as: string, code: string): Promise<void> {
  const { ticket } = await world.ask<{ ticket: string }>(as, 'checkin.open', { code })
  await world.ask(as, 'checkin.register', { ticket, nonce: `weapp-${as}` })
}

test('a service like the last one is published from the work tab', async () => {
  const { host } = world
  await shows('#tab-work')
  await host.openTab('work')
  await shows('#show-code')
  const [staff] = world.emulator.database.find('activities', { title: '反诈宣传', startsAt })
  const before = world.emulator.database.count('activities')
  await host.tap(`#publish-${String(staff?.hostId)}`)
  await shows('#publish-service')
  await host.tap('#publish-service')
  await says('#service-line', /起可以开始登记/)
  assert.equal(world.emulator.database.count('activities'), before + 1)
  await host.back()
})

test('the code drawn on the staff’s phone confirms itself, the poster’s waits for the batch', async () => {
  const { host } = world
  await shows('#show-code')
  await host.tap('#show-code')
  await shows('#open-registration')
  await host.tap('#open-registration')
  await register('demo-member', await drawn('#qr'))
  await says('#total-confirmed', /1/)
  await says('#arrivals', /胡淑/)

  await host.tap('#show-poster')
  await register('demo-elder', await codeInPicture(host, '#qr-poster'))
  await host.tap('#poster-close')
  await says('#total-pending', /1/)
  await host.tap('#seg-confirm')
  await says('#check-confirm', /确认 1 人到场/)
  await host.tap('#check-confirm')
  await says('#total-confirmed', /2/)
  await shows('#nothing-pending')
})

test('whoever is on the paper list is found by the name and waits too', async () => {
  const { host } = world
  await host.tap('#seg-paper')
  await shows('#resident-name')
  // By the whole name: nobody is found by its beginning.
  const [resident] = world.emulator.database
    .find('members', { 'communities.communityId': communityOf() })
    .filter(({ name }) => String(name).startsWith('高'))
  await host.input('#resident-name', String(resident?.name))
  await shows('#residents-found')
  await host.tap(`#enter-${String(resident?._id)}`)
  await says('#residents-found', /待确认/)
})

const communityOf = () =>
  String(world.emulator.database.find('activities', { title: '反诈宣传', startsAt })[0]?.hostId)
