import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import jsQR from 'jsqr'
import type { Overview } from '../../domain/contract/committee'
import type { BranchProgress, Home } from '../../domain/contract/progress'
import { type Comer, comersOf } from '../comersOf'
import { openWorld, type World } from './world'

const TAKEN = 20
const ON_PAPER = 2
const startsAt = Date.parse('2026-09-22T16:00:00+08:00')

let world: World
let activityId = ''
let branchId = ''
let comers: Comer[] = []

before(async () => {
  world = await openWorld('demo-community')
  const { clock, database } = world.emulator
  clock.set(startsAt - 20 * 60_000)
  const [service] = database.find('activities', { title: '反诈宣传', startsAt })
  activityId = String(service?._id)
  branchId = String(database.find('organisations', { name: '县农业农村局党支部' })[0]?._id)
  comers = comersOf(database, { communityId: String(service?.hostId), branchId }, TAKEN)
  await world.host.launch()
})
after(() => world.close())

const shows = (what: string) => world.host.until(() => world.host.has(what))
const says = (what: string, wanted: RegExp) =>
  world.host.until(() => world.host.has(what) && wanted.test(world.host.text(what)))

const doneOf = async ({ openid }: Comer) => {
  const { month } = await world.ask<Home>(openid, 'progress.home', {})
  return month.duties.find(({ dutyId }) => dutyId === 'community_service')?.done ?? 0
}
const countyDone = async () => {
  await world.emulator.runTimer('rollup')
  const { county } = await world.ask<Overview>('demo-committee', 'committee.overview', {
    periodKey: '2026-09',
  })
  return county.find(({ dutyId }) => dutyId === 'community_service')?.done ?? 0
}

/** The code on the staff's phone, as another phone reads it. */
async function drawn(): Promise<string> {
  const { host } = world
  await host.until(() => host.has('#qr') && host.canvas('#qr').calls.length > 100)
  const { data, width, height } = host.canvas('#qr').image()
  return jsQR(data, width, height)?.data ?? ''
}

test('a need taken by 20: 18 scan the staff’s phone, 2 stand on paper, confirmed in three taps; home, branch and county move', async () => {
  const { host, ask } = world
  const [onPaper, scanning] = [comers.slice(0, ON_PAPER), comers.slice(ON_PAPER)]
  assert.equal(scanning.length, TAKEN - ON_PAPER)
  const [before, county] = [await Promise.all(comers.map(doneOf)), await countyDone()]
  for (const { openid, memberId } of comers)
    await ask(openid, 'service.join', { activityId, join: true, nonce: `join-${memberId}` })

  await host.openTab('work')
  await host.tap('#show-code')
  await host.tap('#open-registration')
  const code = await drawn()
  for (const { openid, memberId } of scanning) {
    const { ticket } = await ask<{ ticket: string }>(openid, 'checkin.open', { code })
    await ask(openid, 'checkin.register', { ticket, nonce: `scan-${memberId}` })
  }
  await host.tap('#seg-paper')
  for (const { name, memberId } of onPaper) {
    await shows('#resident-name')
    await host.input('#resident-name', name)
    await host.tap(`#enter-${memberId}`)
    await says('#residents-found', /待确认/)
  }
  await host.tap('#seg-code')
  await host.tap('#close-registration')
  await host.tap('#reason-confirm')
  await says('#service-head', /登记已结束/)
  await host.back()
  assert.deepEqual(await Promise.all(onPaper.map(doneOf)), before.slice(0, ON_PAPER))

  // From another tab three taps: 工作, the service, 确认; they are ticked beforehand.
  await host.openTab('me')
  await host.openTab('work')
  await host.tap(`#service-${activityId}`)
  await says('#check-confirm', /确认 2 人到场/)
  await host.tap('#check-confirm')
  await shows('#nothing-pending')

  const done = await Promise.all(comers.map(doneOf))
  assert.deepEqual(
    done,
    before.map((times) => times + 1),
  )
  const { rows } = await ask<BranchProgress>('demo-secretary', 'progress.branch', { branchId })
  const cells = rows.flatMap(({ memberId, cells: own }) => {
    const at = comers.findIndex((comer) => comer.memberId === memberId)
    return at < 0 ? [] : [[own.find(({ dutyId }) => dutyId === 'community_service')?.done, done[at]]]
  })
  assert.ok(cells.length > 0)
  for (const [shown, own] of cells) assert.equal(shown, own)
  assert.ok((await countyDone()) > county)
})
