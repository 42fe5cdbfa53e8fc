import { quorum } from '@domain/activity/quorum'
import { openIdOf } from './people'
import { aForm, newNonce, secretary, World } from './world'

let world: World
beforeEach(async () => {
  world = await World.start()
})
afterEach(() => world.stop())

const meeting = async (over: Parameters<typeof aForm>[0] = {}) => {
  const form = aForm({ kind: 'general_meeting', title: '9月支部党员大会', carries: [], ...over })
  const { activityId } = await world.get(secretary, 'activity.save', {
    form,
    publish: true,
    nonce: newNonce(),
  })
  await world.get(secretary, 'activity.setState', { activityId, to: 'open' })
  return activityId
}
const voting = async (activityId: string) =>
  (await world.get(secretary, 'activity.board', { activityId })).voting
const tick = (activityId: string, memberId: string) =>
  world.get(secretary, 'checkin.tick', {
    activityId,
    memberId,
    way: 'roll_call',
    occurredAt: world.now(),
    nonce: newNonce(),
  })

test('unticking people lowers no quorum: 应到 of a vote is every full member of the branch that day', async () => {
  const activityId = await meeting({ expectedIds: ['m1', 'm2', 'm3', 'm12'] })
  expect(await voting(activityId)).toEqual({
    full: 11,
    present: 0,
    probationary: 1,
    notEntitled: { withoutVote: 0, leftOut: 0 },
  })
  await tick(activityId, 'm2')
  await tick(activityId, 'm12')
  // Not on the list, of the branch all the same: there as everybody else.
  await tick(activityId, 'm7')
  expect(await voting(activityId)).toMatchObject({ full: 11, present: 2, probationary: 1 })
})

test('who has no vote is entered as two numbers by whoever runs the meeting, as long as it takes place', async () => {
  const activityId = await meeting()
  const amend = (over: object = {}, who = secretary) =>
    world.reason(who, 'activity.amend', {
      activityId,
      notEntitled: { withoutVote: 1, leftOut: 2 },
      nonce: newNonce(),
      ...over,
    })
  expect(await amend({}, openIdOf('m5'))).toBe('forbidden')
  expect(await amend({ notEntitled: { withoutVote: -1, leftOut: 0 } })).toBe('invalid_request')
  expect(await amend({ notEntitled: { withoutVote: 1, leftOut: 0, withoutVoteHere: 2 } })).toBe(
    'invalid_request',
  )
  expect(await amend({ notEntitled: { withoutVote: 1, leftOut: 0, leftOutHere: 1 } })).toBe('invalid_request')
  expect(await amend()).toMatch(/^ok/)
  expect(await voting(activityId)).toMatchObject({ full: 11, notEntitled: { withoutVote: 1, leftOut: 2 } })
  expect(world.emulator.database.find('audit', { what: 'amend' })).toMatchObject([
    { activityId, from: { notEntitled: null }, to: { notEntitled: { withoutVote: 1, leftOut: 2 } } },
  ])
  await world.get(secretary, 'activity.setState', { activityId, to: 'cancelled' })
  expect(await amend()).toBe('wrong_state')
})

test('of those without a vote it is kept how many came, and a board of before that says nothing of it', async () => {
  const activityId = await meeting()
  for (const memberId of ['m2', 'm3', 'm4', 'm5', 'm6', 'm7']) await tick(activityId, memberId)
  const notEntitled = { withoutVote: 2, leftOut: 0, withoutVoteHere: 2, leftOutHere: 0 }
  await world.get(secretary, 'activity.amend', {
    activityId,
    notEntitled: { withoutVote: 2, leftOut: 0 },
    nonce: newNonce(),
  })
  expect((await voting(activityId))?.notEntitled).toEqual({ withoutVote: 2, leftOut: 0 })
  await world.get(secretary, 'activity.amend', { activityId, notEntitled, nonce: newNonce() })
  const said = await voting(activityId)
  expect(said).toMatchObject({ full: 11, present: 6, notEntitled })
  // Of nine who may vote four are there, not six.
  expect(said && quorum('ordinary', { full: said.full, ...said.notEntitled }, said.present)).toMatchObject({
    entitled: 9,
    present: 4,
    canVote: 'no',
  })
})

test('at no other meeting is anybody left out of a vote', async () => {
  const activityId = await meeting({ kind: 'study', title: '9月集中学习' })
  const notEntitled = { withoutVote: 1, leftOut: 0 }
  expect(await voting(activityId)).toBeUndefined()
  expect(
    await world.reason(secretary, 'activity.amend', { activityId, notEntitled, nonce: newNonce() }),
  ).toBe('invalid_request')
})
