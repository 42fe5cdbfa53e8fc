import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world'

const MANY = 600
let world: World
/** No part after the first one comes. */
let restIsLost = false

/** As many deeds of this year as the daily caps let through in a month, each finished and waiting for the community. */
async function finishMany(): Promise<void> {
  const { database, clock } = world.emulator
  const claimed = { title: '修好楼道的灯', beneficiary: 'community', nonce: 'a-first-deed-of-many-1' }
  const { deed } = await world.ask<{ deed: { id: string } }>('demo-member', 'deed.claim', claimed)
  const [row] = database.find('facts', { _id: deed.id })
  assert.ok(row)
  const copies = Array.from({ length: MANY - 1 }, (_, i) => ({
    ...row,
    _id: `deed${i}`.padStart(32, '0'),
    occurredAt: clock.now() - 1000 - i,
    detail: { ...(row.detail as object), title: '好'.repeat(40), state: 'finished' },
  }))
  database.insertMany('facts', copies)
}

/** One's own stand first where nobody asks for anything. */
async function askForNothing(): Promise<void> {
  const { database } = world.emulator
  for (const { _id: needId, placeId } of database.find('needs')) {
    const [staff] = database.find('identities', { 'grants.organisationId': placeId })
    await world.ask(String(staff?._id), 'need.withdraw', { placeId, needId })
  }
}

before(async () => {
  world = await openWorld('demo-member')
  await askForNothing()
  await finishMany()
  await world.host.launch()
  await world.host.until(() => world.host.has('#month'))
  world.host.cloud.spoil = (answer, _, asked) =>
    restIsLost && 'from' in asked
      ? { ...answer, result: { ...answer.result, ok: false, reason: 'try_again' } }
      : answer
})
after(() => world.close())

/** How many rows stand there: all but the first have the long title. */
const rows = (page: string) => world.host.text(page).split('好'.repeat(40)).length

/** A part may be lost on a machine that is kept busy, as in a bad network: then it is asked for once more. */
async function askForRest(page: string, button: string): Promise<void> {
  const { host } = world
  restIsLost = false
  for (;;) {
    await host.until(() => host.has(button) || rows(page) === MANY)
    if (rows(page) === MANY) return
    await host.tap(button)
  }
}

test('600 deeds of one’s own are all on the page; where a part did not come, one tap asks for the rest', async () => {
  const { host } = world
  restIsLost = true
  await host.openTab('me')
  await host.tap('#my-deeds')
  await host.until(() => host.has('#more-deeds'))
  const first = rows('#deeds')
  assert.ok(first > 1 && first < MANY, String(first))
  await askForRest('#deeds', '#more-deeds')
  await host.back()
})

test('600 records of deeds are all there, and the filter that finds nothing yet says nothing before they have come', async () => {
  const { host } = world
  restIsLost = true
  await host.tap('#my-records')
  await host.until(() => host.has('#more-records'))
  await host.tap('#filter-visit')
  assert.doesNotMatch(host.text('#records'), /还没有记录/)
  await host.tap('#filter-deed')
  await askForRest('#records', '#more-records')
  await host.tap('#filter-visit')
  await host.until(() => host.text('#records').includes('入户走访'))
})
