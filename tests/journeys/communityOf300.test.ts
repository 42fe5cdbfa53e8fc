import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { at } from '../../domain/testing/at'
import { aFact } from '../../domain/testing/builders'
import { ask } from './ask'
import { picture } from './pictures'
import { Thumb } from './taps'
import { openWorld, says, shown, tap, type World } from './world'

const RESIDENTS = 300
const ENROLLED = 60
const WAITING = 20

let world: World
let communityId: string
let activityId: string
const ids = Array.from({ length: RESIDENTS }, (_, i) => `resident${String(i).padStart(3, '0')}`)
const startsAt = at('2026-12-31 15:00')

const put = (collection: string, rows: object[]) =>
  world.emulator.database.insertMany(collection, rows as Record<string, unknown>[])

/** Of another branch, registered here with their homes since March. */
function residents(): object[] {
  const { database } = world.emulator
  const [branch] = database.find('organisations', { name: '县财政局第一党支部' })
  const [{ exemptions: _, posts: __, ...like } = {}] = database.find('members', {
    'memberships.branchId': branch?._id,
  })
  return ids.map((_id, i) => ({
    ...like,
    ...{ _id, name: `同志${String(i).padStart(3, '0')}`, alias: `alias-${_id}`, order: 9000 + i },
    ...{ posts: [], exemptions: [], households: [], phoneTail: String(1000 + i) },
    memberships: [{ branchId: branch?._id, from: '2020-01-01' }],
    communities: [{ communityId, kind: 'home', from: '2026-03-01' }],
  }))
}

before(async () => {
  world = await openWorld()
  const { emulator } = world
  const { communities } = await ask(world, 'demo-community', 'identity.work', {})
  communityId = communities[0]?.community.id ?? ''
  put('members', residents())
  emulator.clock.set(at('2026-12-30 09:00'))
  const form = { communityId, serviceKind: 'theme' as const, title: '年末大扫除', place: '小广场' }
  const published = await ask(world, 'demo-community', 'service.publish', {
    form: { ...form, startsAt, endsAt: startsAt + 7_200_000, limit: ENROLLED },
    nonce: 'community-of-300',
  })
  activityId = published.activityId
  const of = { activityId, hostId: communityId, activityKind: 'community_service' as const }
  const enrolments = ids.slice(0, ENROLLED).map((memberId, i) =>
    aFact({
      ...{ _id: `${activityId}_${memberId}_enrol`, kind: 'enrolment', memberId, ...of },
      ...{ way: 'self', occurredAt: startsAt, recordedAt: emulator.clock.now() + i },
    }),
  )
  put('facts', enrolments)
})
after(() => world.close())

test('of 300 registered all are on the list, which comes in parts', async () => {
  const { page } = await world.phone('demo-community', { elder: true })
  await tap(page, '#tab-work')
  await tap(page, '[id^="reports-"]')
  await tap(page, '#to-residents')
  const wanted = world.emulator.database.count('members', { 'communities.communityId': communityId })
  assert.ok(wanted > RESIDENTS)
  await says(page, '#residents', /党委 \d+ 人/)
  await says(page, '#residents', /同志299/)
  await picture(page, '23-residents-of-300-elder')
  await page.context().close()
})

test('60 have taken its 60 places: each stands there by name', async () => {
  const { page } = await world.phone('demo-community')
  await tap(page, '#tab-work')
  await shown(page, `#service-${activityId}`).first().click()
  await says(page, '#enrolments', /报名 60 人.*同志000.*同志059/)
  await picture(page, '09d-sixty-enrolled')
  await page.context().close()
})

test('5 January: 20 who wait since the last of December are confirmed in three taps, and count for December', async () => {
  const { clock, database } = world.emulator
  clock.set(startsAt)
  await ask(world, 'demo-community', 'activity.setState', { activityId, to: 'open' })
  const waiting = ids.slice(0, WAITING).map((memberId) =>
    aFact({
      ...{ _id: `${activityId}_${memberId}`, memberId, activityId, hostId: communityId },
      ...{ activityKind: 'community_service', way: 'poster', confirmed: null, occurredAt: startsAt },
    }),
  )
  put('facts', waiting)
  await ask(world, 'demo-community', 'activity.setState', { activityId, to: 'closed' })
  clock.set(at('2027-01-05 09:00'))

  const { page } = await world.phone('demo-community', { elder: true })
  const thumb = new Thumb(page)
  await thumb.tap('#tab-work')
  await says(page, `#service-${activityId}`, /年末大扫除.*待确认 20/)
  await picture(page, '09e-january-elder')
  await thumb.tap(`#service-${activityId}`)
  await thumb.tap('#check-confirm')
  await says(page, '#nothing-pending', /没有待确认的/)
  assert.equal(thumb.taps, 3)
  assert.equal(database.count('facts', { activityId, kind: 'attendance', confirmed: null }), 0)
  await page.context().close()
  const past = (periodKey: string) =>
    ask(world, 'demo-community', 'community.past', { communityId, periodKey })
  assert.equal((await past('2026-12')).times, WAITING)
  assert.equal((await past('2027-01')).times, 0)
})
