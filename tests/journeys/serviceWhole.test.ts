import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mintActivityCode } from '../../domain/checkin/code'
import { type Comer, comersOf } from '../comersOf'
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

const dutyOf = async ({ openid }: Comer) => {
  const { month } = await ask(world, openid, 'progress.home', {})
  const duty = month.duties.find(({ dutyId }) => dutyId === 'community_service')
  assert.ok(duty)
  return duty
}
const doneOf = async (comer: Comer) => (await dutyOf(comer)).done
const countyDone = async () => {
  await world.emulator.runTimer('rollup')
  const { county } = await ask(world, 'demo-committee', 'committee.overview', { periodKey: '2026-09' })
  return county.find(({ dutyId }) => dutyId === 'community_service')?.done ?? 0
}

test('a need taken by 20: 18 scan, 2 stand on paper, all confirmed in three taps; home, branch and county move', async () => {
  const { database } = world.emulator
  const communityId = String(database.find('organisations', { name: '滨河社区党委' })[0]?._id)
  const where = { hostId: communityId, title: '反诈宣传', state: 'published' }
  const [service] = database.find('activities', where)
  assert.ok(service)
  const activityId = String(service._id)
  const branchId = String(database.find('organisations', { name: '县农业农村局党支部' })[0]?._id)
  const comers = comersOf(database, { communityId, branchId }, TAKEN)
  assert.equal(comers.length, TAKEN)
  const before = await Promise.all(comers.map(dutyOf))
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
  await tap(page, '#seg-code')
  await tap(page, '#close-registration')
  await tap(page, '#reason-confirm')
  await says(page, '#service-head', /登记已结束/)
  await page.context().close()
  // On paper alone nothing counts.
  assert.deepEqual(
    await Promise.all(onPaper.map(doneOf)),
    before.slice(0, ON_PAPER).map(({ done }) => done),
  )

  const later = (await world.phone('demo-community')).page
  const thumb = new Thumb(later)
  await thumb.tap('#tab-work')
  await thumb.tap(`#service-${activityId}`)
  // They are ticked beforehand.
  await says(later, '#check-confirm', /确认 2 人到场/)
  await thumb.tap('#check-confirm')
  await says(later, '#nothing-pending', /没有待确认的/)
  assert.ok(thumb.taps <= 3)
  await later.context().close()

  const after = await Promise.all(comers.map(doneOf))
  assert.deepEqual(
    after,
    before.map(({ done }) => done + 1),
  )
  // Of whom it is not asked, and of whom it was done, the county's number says nothing new.
  const moved = before.filter(({ done, notOwed }) => done === 0 && notOwed === undefined).length
  assert.ok(moved > 0)
  assert.equal(await countyDone(), county + moved)
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
