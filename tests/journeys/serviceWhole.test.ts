import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mintActivityCode } from '../../domain/checkin/code'
import { ask } from './ask'
import { picture } from './pictures'
import { Thumb } from './taps'
import { openWorld, says, shown, tap, type World } from './world'

const TAKEN = 20
const ON_PAPER = 2

let world: World
before(async () => {
  // Today's service of the community begins at 16:00.
  world = await openWorld(Date.parse('2026-09-22T15:40:00+08:00'))
})
after(() => world.close())

interface Comer {
  openid: string
  memberId: string
  name: string
}

/** Members with a WeChat: those first who have not served this month, of them residents of the community, of these the demo branch's. */
function comersOf(communityId: string, branchId: string): Comer[] {
  const { database } = world.emulator
  const served = new Set(
    database
      .find('facts', { activityKind: 'community_service', kind: 'attendance' })
      .filter(({ occurredOn }) => String(occurredOn).startsWith('2026-09'))
      .map(({ memberId }) => memberId),
  )
  const bound = new Map(database.find('identities', { state: 'bound' }).map((one) => [one.memberId, one._id]))
  const consented = new Set(database.find('consents').map(({ _id }) => _id))
  const rank = ({ _id, communities, memberships }: Record<string, unknown>): number =>
    Number(!served.has(_id)) * 4 +
    Number(JSON.stringify(communities ?? []).includes(communityId)) * 2 +
    Number(JSON.stringify(memberships).includes(branchId))
  return database
    .find('members', { left: null })
    .filter(({ _id }) => bound.has(_id) && consented.has(bound.get(_id)))
    .sort((a, b) => rank(b) - rank(a) || (String(a._id) < String(b._id) ? -1 : 1))
    .slice(0, TAKEN)
    .map(({ _id, name }) => ({ openid: String(bound.get(_id)), memberId: String(_id), name: String(name) }))
}

const doneOf = async ({ openid }: Comer) => {
  const { month } = await ask(world, openid, 'progress.home', {})
  return month.duties.find(({ dutyId }) => dutyId === 'community_service')?.done
}
const countyDone = async () => {
  await world.emulator.runTimer('rollup')
  const { county } = await ask(world, 'demo-committee', 'committee.overview', { periodKey: '2026-09' })
  return county.find(({ dutyId }) => dutyId === 'community_service')?.done ?? 0
}

test('a need taken by 20: 18 scan, 2 stand on paper, all confirmed in three taps; home, branch and county move', async () => {
  const { database } = world.emulator
  const [service] = database.find('activities', { title: '反诈宣传', state: 'published' })
  assert.ok(service)
  const activityId = String(service._id)
  const communityId = String(service.hostId)
  const branchId = String(database.find('organisations', { name: '县农业农村局党支部' })[0]?._id)
  const comers = comersOf(communityId, branchId)
  assert.equal(comers.length, TAKEN)
  const before = await Promise.all(comers.map(doneOf))
  const county = await countyDone()
  const enrolled = (await ask(world, 'demo-community', 'service.board', { activityId })).totals.enrolled
  const already = new Set(
    database.find('facts', { activityId, kind: 'enrolment' }).map(({ memberId }) => memberId),
  )
  for (const { openid, memberId } of comers)
    await ask(world, openid, 'service.join', { activityId, join: true, nonce: `join-${memberId}` })
  const joined = comers.filter(({ memberId }) => !already.has(memberId)).length
  const board = await ask(world, 'demo-community', 'service.board', { activityId })
  assert.equal(board.totals.enrolled, enrolled + joined)

  const { page } = await world.phone('demo-community')
  await tap(page, '#tab-work')
  await tap(page, '#show-code')
  await tap(page, '#open-registration')
  await page.locator('#code-card').waitFor()
  const { codeKey = '' } = await ask(world, 'demo-community', 'service.board', { activityId })
  const [onPaper, scanning] = [comers.slice(0, ON_PAPER), comers.slice(ON_PAPER)]
  for (const { openid, memberId } of scanning) {
    const code = mintActivityCode({ activityId, codeKey, now: world.emulator.clock.now() })
    const { ticket } = await ask(world, openid, 'checkin.open', { code })
    await ask(world, openid, 'checkin.register', { ticket, nonce: `scan-${memberId}` })
  }
  await tap(page, '#seg-paper')
  for (const { name, memberId } of onPaper) {
    await shown(page, '#resident-name input').fill(name)
    await tap(page, `#enter-${memberId}`)
    await says(page, '#residents-found', /待确认/)
  }
  await says(page, '#seg-confirm', /待确认 2/)
  await picture(page, '09b-eighteen-and-two')
  await page.context().close()
  assert.deepEqual(await Promise.all(onPaper.map(doneOf)), [0, 0])

  const later = (await world.phone('demo-community')).page
  const thumb = new Thumb(later)
  await thumb.tap('#tab-work')
  await thumb.tap(`#service-${activityId} #show-code`)
  await later.locator('#service-head').waitFor()
  await thumb.tap('#seg-confirm')
  // They are ticked beforehand.
  await says(later, '#check-confirm', /确认 2 人到场/)
  await thumb.tap('#check-confirm')
  await says(later, '#nothing-pending', /没有待确认的/)
  await later.context().close()

  const after = await Promise.all(comers.map(doneOf))
  assert.deepEqual(
    after,
    before.map((done = 0) => done + 1),
  )
  assert.equal(await countyDone(), county + before.filter((done) => done === 0).length)
  const { rows } = await ask(world, 'demo-secretary', 'progress.branch', { branchId, periodKey: '2026-09' })
  const ours = rows.filter(({ memberId }) => comers.some((comer) => comer.memberId === memberId))
  assert.ok(ours.length > 0)
  for (const { memberId, cells } of ours)
    assert.equal(
      cells.find(({ dutyId }) => dutyId === 'community_service')?.done,
      after[comers.findIndex((comer) => comer.memberId === memberId)],
    )
  const home = (await world.phone(onPaper[0]?.openid ?? '')).page
  await says(home, '#month', /社区服务 ?1\/1/)
  await home.context().close()
})
