import { type Action, actions } from '@domain/contract/actions'
import { aNeed } from '@domain/testing/builders'
import { openIdOf } from './people'
import {
  aRunningService,
  aService,
  contact,
  doors,
  isOfPlaces,
  otherContact,
  otherStaff,
  staff,
  worldWithPlaces,
} from './places'
import { checkIn, newNonce, secretary, type World } from './world'

const actors = {
  stranger: 'stranger-nobody',
  member: openIdOf('m9'),
  linked: openIdOf('v1'),
  secretary,
  otherSecretary: openIdOf('n1'),
  county: 'openid-county',
  staff,
  otherStaff,
  contact,
  otherContact,
}
type Actor = keyof typeof actors

/** Whoever is on the register. */
const members: Actor[] = ['member', 'linked', 'secretary', 'otherSecretary']

let world: World
let activityId = ''
let ownDeed = ''
let toDeny = ''
let toGiveBack = ''
let comingId = ''
let overId = ''
let nonces: { nonce: string }
beforeAll(async () => {
  world = await worldWithPlaces()
  world.emulator.database.insertMany('needs', [{ ...aNeed({ wanted: 20 }) }])
  const running = await aRunningService(world)
  activityId = running.activityId
  comingId = (await aRunningService(world, {}, false)).activityId
  overId = (await aRunningService(world, {}, false)).activityId
  for (const actor of members) {
    const join = { activityId: overId, join: true, nonce: newNonce() }
    await world.get(actors[actor], 'service.join', join)
  }
  for (const to of ['open', 'closed']) await world.get(staff, 'activity.setState', { activityId: overId, to })
  await checkIn(world, 'm4', running.posterCode)
  const claim = { title: '修灯', beneficiary: 'community', nonce: newNonce() }
  ownDeed = (await world.get(actors.linked, 'deed.claim', claim)).deed.id
  const remembered = { householdId: 'h2', occurredOn: '2026-09-09', purposes: ['heart'], nonce: newNonce() }
  await world.get(actors.linked, 'household.backfill', remembered)
  toDeny = 'h2_v1_2026-09-09'
  const done = { title: '修路', beneficiary: 'community', nonce: newNonce() }
  toGiveBack = (await world.get(actors.linked, 'deed.claim', done)).deed.id
  await world.get(actors.linked, 'deed.move', { deedId: toGiveBack, to: 'finished' })
})
afterAll(() => world.stop())
beforeEach(() => {
  nonces = { nonce: newNonce() }
})

const place = { communityId: 'community1' }
const village = { villageId: 'village1' }
const rows: Partial<Record<Action, { may: Actor[]; request: () => object; unbound?: boolean }>> = {
  'service.prepare': { may: ['staff'], request: () => place },
  'service.publish': { may: ['staff'], request: () => ({ ...nonces, form: aService() }) },
  'service.change': { may: ['staff'], request: () => ({ activityId: comingId, form: aService() }) },
  'service.join': {
    may: members,
    request: () => ({ activityId: comingId, join: true, ...nonces }),
    unbound: true,
  },
  'service.board': { may: ['staff'], request: () => ({ activityId }) },
  'service.confirm': { may: ['staff'], request: () => ({ activityId, factIds: [`${activityId}_m4`] }) },
  'service.residents': { may: ['staff'], request: () => ({ ...place, name: '李' }) },
  'service.enter': {
    may: ['staff'],
    request: () => ({ activityId, memberId: 'm5', occurredAt: world.now(), ...nonces }),
  },
  'service.missed': { may: members, request: () => ({}) },
  'service.correct': {
    may: members,
    request: () => ({ activityId: overId, reason: '没扫上码', ...nonces }),
  },
  'service.sevenOnes': { may: ['secretary'], request: () => ({ branchId: 'branch1' }) },
  'household.mine': { may: members, request: () => ({}) },
  'household.visit': {
    may: ['linked'],
    request: () => ({ code: doors.h1, purposes: ['heart'], occurredAt: world.now(), ...nonces }),
    unbound: true,
  },
  'household.backfill': {
    may: ['linked'],
    request: () => ({ householdId: 'h1', occurredOn: '2026-09-08', purposes: ['heart'], ...nonces }),
    unbound: true,
  },
  'household.pending': { may: ['contact'], request: () => village },
  'household.past': { may: ['contact'], request: () => ({ ...village, periodKey: '2026-09' }) },
  'household.confirm': { may: ['contact'], request: () => ({ ...village, factIds: ['h1_v1_2026-09-08'] }) },
  'household.deny': {
    may: ['contact'],
    request: () => ({ ...village, factId: toDeny, denied: true }),
  },
  'household.cards': { may: ['contact', 'county'], request: () => village },
  'household.setCard': {
    may: ['contact', 'county'],
    request: () => ({ householdId: 'h2', to: 'renewed', ...nonces }),
  },
  'deed.list': { may: members, request: () => ({}), unbound: true },
  'deed.claim': {
    may: members,
    request: () => ({ title: '修灯', beneficiary: 'community', ...nonces }),
    unbound: true,
  },
  'deed.move': { may: ['linked'], request: () => ({ deedId: ownDeed, to: 'finished' }), unbound: true },
  'deed.pending': { may: ['staff'], request: () => ({ placeId: 'community1' }) },
  'deed.confirm': { may: ['staff'], request: () => ({ placeId: 'community1', deedIds: [ownDeed] }) },
  'deed.giveBack': { may: ['staff'], request: () => ({ placeId: 'community1', deedId: toGiveBack }) },
  'need.offered': { may: members, request: () => ({}), unbound: true },
  'need.take': { may: members, request: () => ({ needId: 'need1', ...nonces }), unbound: true },
  'need.page': { may: ['staff'], request: () => ({ placeId: 'community1' }) },
  'need.write': {
    may: ['staff'],
    request: () => ({ placeId: 'community1', title: '讲课', until: '2026-10-15', wanted: 1, ...nonces }),
  },
  'need.withdraw': { may: ['staff'], request: () => ({ placeId: 'community1', needId: 'need1' }) },
  'deed.ticks': { may: ['secretary'], request: () => ({ branchId: 'branch1', month: '2026-09' }) },
  'deed.tick': {
    may: ['secretary'],
    request: () => ({ branchId: 'branch1', month: '2026-09', memberIds: ['m4'], ticked: true, ...nonces }),
  },
  'reminder.excuse': {
    may: members,
    request: () => ({ dutyId: 'community_service', periodKey: '2026-09', excused: true, ...nonces }),
    unbound: true,
  },
}

test('every action of places, households and deeds has its row; a door is asked about with its own test', () => {
  const names = (Object.keys(actions) as Action[]).filter(isOfPlaces)
  expect(Object.keys(rows).sort()).toEqual(names.filter((name) => name !== 'household.open').sort())
})

const cases = Object.entries(rows) as [Action, NonNullable<(typeof rows)[Action]>][]

test.each(cases)('%s: whose business it is not is refused, and nothing is written', async (action, row) => {
  const others = (Object.keys(actors) as Actor[]).filter((actor) => !row.may.includes(actor))
  const before = world.documents()
  for (const actor of others) {
    const reason = await world.reason(actors[actor], action, row.request())
    const isMember = members.includes(actor)
    const expected =
      actor === 'stranger' && row.unbound
        ? ['unbound']
        : action.startsWith('household.') && isMember
          ? ['forbidden', 'not_own_household']
          : ['forbidden']
    expect([actor, expected]).toEqual([actor, expect.arrayContaining([reason])])
  }
  expect(world.documents()).toBe(before)
})

test.each(cases)('%s: whose business it is may', async (action, row) => {
  for (const actor of row.may) {
    const answer = await world.reason(actors[actor], action, {
      ...row.request(),
      ...('nonce' in row.request() && { nonce: newNonce() }),
    })
    expect([actor, answer.slice(0, 3)]).toEqual([actor, 'ok:'])
  }
})

test('a service and none are the same answer to whom it is none of their business', async () => {
  const ask = (who: string, id: string) => world.call(who, 'service.board', { activityId: id })
  for (const who of [actors.otherStaff, actors.member]) {
    const [real, none] = await Promise.all([ask(who, activityId), ask(who, 'nowhere')])
    expect({ ...real, at: 0 }).toEqual({ ...none, at: 0 })
  }
})

test('the staff of a community see no members’ progress, no branch and no other community', async () => {
  expect(await world.reason(staff, 'progress.branch', { branchId: 'branch1' })).toBe('forbidden')
  const why = { dutyId: 'community_service', periodKey: '2026-09', subjectId: 'm4' }
  expect(await world.reason(staff, 'progress.why', why)).toBe('forbidden')
  expect(await world.reason(staff, 'service.prepare', { communityId: 'community2' })).toBe('forbidden')
  expect(await world.reason(staff, 'service.prepare', { communityId: 'branch1' })).toBe('forbidden')
  expect(await world.reason(contact, 'household.pending', { villageId: 'village2' })).toBe('forbidden')
})
