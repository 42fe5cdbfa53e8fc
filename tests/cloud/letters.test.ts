import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { aRunningService, otherStaff, staff, worldWithPlaces } from './places'
import { textInFile } from './textInFile'
import { checkIn, newNonce, type World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const communityId = 'community1'
const servedOf = (periodKey: string) => world.get(staff, 'community.served', { communityId, periodKey })
const letterOf = async (unitId: string, periodKey: string) => {
  const made = await world.get(staff, 'paper.ofLetter', { communityId, unitId, periodKey })
  return { name: made.fileName, text: textInFile(made.content).replace(/\s+/g, ' ') }
}

test('a quarter’s letter holds what the community has confirmed, of whatever day it was confirmed, and adds up to the page', async () => {
  expect((await servedOf('2026-Q3')).units).toEqual([])
  const { activityId, code, posterCode } = await aRunningService(world, { title: '清洁家园' })
  for (const memberId of ['m4', 'm5', 'm6']) await checkIn(world, memberId, code())
  await checkIn(world, 'm7', posterCode)
  await checkIn(world, 'm8', posterCode)
  await world.get(staff, 'checkin.strike', { activityId, memberId: 'm6', reason: '不在现场' })
  const claim = { title: '修路灯', beneficiary: 'community', nonce: newNonce() }
  const { deed } = await world.get(openIdOf('m4'), 'deed.claim', claim)
  await world.get(openIdOf('m4'), 'deed.move', { deedId: deed.id, to: 'finished' })
  await world.get(staff, 'deed.confirm', { placeId: communityId, deedIds: [deed.id] })
  // The poster of one is looked at in October only, the other's not at all.
  world.emulator.clock.set(at('2026-10-09 09:00'))
  await world.get(staff, 'service.confirm', { activityId, factIds: [`${activityId}_m7`] })

  const { units } = await servedOf('2026-Q3')
  expect(units).toMatchObject([{ times: 3, deeds: 1 }])
  expect((await servedOf('2026-Q4')).units).toEqual([])
  const [unit] = units
  const { name, text } = await letterOf(unit?.id ?? '', '2026-Q3')
  expect(name).toMatch(/^凤凰社区党委-2026年第三季度-.*社区反馈函\.docx$/)
  expect(text).toContain('参加志愿服务 3 人次，办实事 1 件，都已由社区确认')
  expect(text).toMatch(/2026年9月22日 清洁家园 集中主题服务 3/)
  expect(text).toContain('修路灯')
  const names = new Map(
    world.emulator.database.find('members').map(({ _id, name: called }) => [_id, String(called)]),
  )
  for (const memberId of ['m4', 'm5', 'm7']) expect(text).toContain(names.get(memberId))
  for (const memberId of ['m6', 'm8', 'm9']) expect(text).not.toContain(names.get(memberId))
})

test('none for a unit that has not served there, none of a quarter to come, none for another community’s staff', async () => {
  const asked = { communityId, unitId: 'unit2', periodKey: '2026-Q3' }
  expect(await world.reason(staff, 'paper.ofLetter', asked)).toBe('invalid_request')
  const ahead = { communityId, periodKey: '2027-Q1' }
  expect(await world.reason(staff, 'community.served', ahead)).toBe('invalid_request')
  for (const who of [otherStaff, openIdOf('m4')]) {
    expect(await world.reason(who, 'paper.ofLetter', asked)).toBe('forbidden')
    expect(await world.reason(who, 'community.served', { communityId, periodKey: '2026-Q3' })).toBe(
      'forbidden',
    )
  }
})

test('a service whose 补录 waits for its second person is not in it, nor one that was cancelled', async () => {
  const { activityId, code } = await aRunningService(world, {
    startsAt: at('2026-10-09 09:30'),
    endsAt: at('2026-10-09 10:30'),
  })
  await checkIn(world, 'm4', code())
  expect((await servedOf('2026-Q4')).units).toMatchObject([{ times: 1 }])
  await world.get(staff, 'activity.setState', { activityId, to: 'cancelled' })
  expect((await servedOf('2026-Q4')).units).toEqual([])
  const of = { hostId: communityId, startsAt: at('2026-10-08 09:00'), endsAt: at('2026-10-08 10:00') }
  const kind = { kind: 'community_service' as const, hostType: 'community' as const, branchId: communityId }
  const late = { by: 'm1', at: 1, asked: 'county', confirmed: null }
  const { database } = world.emulator
  database.insertMany('activities', [{ ...anActivity({ _id: 'late', ...of, ...kind }), late }])
  const confirmed = { at: 1, by: communityId }
  const came = aFact({ activityId: 'late', memberId: 'm4', hostId: communityId, occurredAt: of.startsAt })
  database.insertMany('facts', [{ ...came, confirmed }])
  expect((await servedOf('2026-Q4')).units).toEqual([])
})
