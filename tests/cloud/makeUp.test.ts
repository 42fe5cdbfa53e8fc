import type { Fact } from '@domain/fact/fact'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { newNonce, officer, secretary, World } from './world'

let world: World

const study = (_id: string, on: string, over: Partial<Parameters<typeof anActivity>[0]> = {}) =>
  anActivity({
    _id,
    kind: 'study',
    title: `${_id}集中学习`,
    startsAt: at(`${on} 15:00`),
    nonce: _id,
    ...over,
  })

const insert = (name: string, ...rows: object[]) =>
  world.emulator.database.insertMany(name, rows as Record<string, unknown>[])

const request = (memberId: string, over: object = {}) => ({
  activityId: 'aug',
  memberId,
  nonce: newNonce(),
  ...over,
})
const factOf = (memberId: string, activityId = 'aug') =>
  world.emulator.database.find('facts', { _id: `${activityId}_${memberId}_makeup` })[0] as Fact | undefined
const why = (memberId: string, periodKey = '2026-08', who = openIdOf(memberId)) =>
  world.get(who, 'progress.why', { dutyId: 'member_study', periodKey, subjectId: memberId })

beforeAll(async () => {
  world = await World.start()
  insert(
    'activities',
    study('aug', '2026-08-12', {
      expected: ['m4', 'm9'].map((memberId) => ({ memberId, standing: 'full' })),
    }),
    study('carried', '2026-08-20', { kind: 'theme_party_day', carries: ['study'] }),
    study('sep', '2026-09-08'),
    study('coming', '2026-09-25', { state: 'published' }),
    study('gone', '2026-08-14', { state: 'cancelled' }),
    study('other', '2026-08-13', { hostId: 'branch2', branchId: 'branch2' }),
    study('party', '2026-08-15', { kind: 'theme_party_day' }),
  )
  insert(
    'facts',
    aFact({ memberId: 'm9', activityId: 'aug', activityKind: 'study', occurredAt: at('2026-08-12 15:00') }),
  )
})
afterAll(() => world.stop())

test('the why sheet offers the studies missed in the period and those who run the branch to confirm; an excess over the minimum is not asked for', async () => {
  const sheet = await why('m4')
  expect(sheet.mayMakeUp.map(({ activityId }) => activityId)).toEqual(['carried', 'aug'])
  expect(sheet.witnesses.map(({ id }) => id)).toEqual(['m1', 'm2'])
  expect((await why('m9')).mayMakeUp).toEqual([])
  // The secretary runs the branch and may not be one's own witness; where only one other does, the work committee can be asked too.
  expect((await why('m1')).witnesses.map(({ id }) => id)).toEqual(['m2', 'county'])
  const ofAnother = await why('m4', '2026-08', secretary)
  expect(ofAnother.mayMakeUp).toHaveLength(2)
  expect(ofAnother.witnesses).toEqual([])
  // A group leader reads and enters nothing.
  expect((await why('m5', '2026-08', openIdOf('m6'))).mayMakeUp).toEqual([])
})

test('made up by oneself: waits for the second person, counts in the month of the missed study, is marked, and is no presence at the meeting', async () => {
  const nonce = newNonce()
  const asked = { ...request('m4'), witnessId: 'm2', nonce }
  expect(await world.get(openIdOf('m4'), 'checkin.makeUp', asked)).toEqual({
    memberId: 'm4',
    waitsFor: expect.any(String) as string,
  })
  const { length } = world.emulator.database.find('audit', { what: 'make_up' })
  expect(await world.get(openIdOf('m4'), 'checkin.makeUp', asked)).toMatchObject({ memberId: 'm4' })
  expect(world.emulator.database.find('audit', { what: 'make_up' })).toHaveLength(length)
  const waiting = await why('m4')
  expect(waiting.line).toMatchObject({ done: 0, state: 'waiting', waiting: 1 })
  expect(waiting.notCounted).toMatchObject([{ reason: 'waiting_confirmation', madeUp: true }])
  expect(await world.reason(openIdOf('m4'), 'checkin.makeUp', request('m4', { witnessId: 'm2' }))).toBe(
    'already_registered',
  )

  const { witness } = await world.get(officer, 'identity.work')
  expect(witness).toMatchObject([{ factId: 'aug_m4_makeup', title: '补学：aug集中学习', madeUp: true }])
  const { items } = await world.get(officer, 'reminder.inbox')
  expect(items[0]).toMatchObject({ type: 'witness', title: '补学：aug集中学习', madeUp: true })
  await world.get(officer, 'checkin.witness', { factId: 'aug_m4_makeup', agree: true })

  const sheet = await why('m4')
  expect(sheet.line).toMatchObject({ done: 1, missing: 0, state: 'done' })
  expect(sheet.counted).toMatchObject([{ id: 'aug_m4_makeup', title: 'aug集中学习', madeUp: true }])
  expect((await why('m4', '2026-09')).line.done).toBe(0)
  // 实到 of the meeting stays what it was.
  const record = await world.get(secretary, 'activity.record', { activityId: 'aug' })
  expect(record.attended.total).toBe(1)
  expect(record.unsettled).toMatchObject([{ memberId: 'm4' }])
  const { records } = await world.get(openIdOf('m4'), 'progress.records', { year: 2026 })
  expect(records).toMatchObject([
    {
      id: 'aug_m4_makeup',
      kind: 'make_up',
      title: 'aug集中学习',
      countsTowards: [{ of: { periodKey: '2026-08' } }],
      state: 'valid',
    },
  ])
})

test('declined by the second person it may be asked for again, of another one', async () => {
  await world.get(openIdOf('m5'), 'checkin.makeUp', request('m5', { witnessId: 'm1' }))
  await world.get(secretary, 'checkin.witness', { factId: 'aug_m5_makeup', agree: false })
  expect((await why('m5')).notCounted).toMatchObject([{ reason: 'annulled' }])
  await world.get(openIdOf('m5'), 'checkin.makeUp', request('m5', { witnessId: 'm2' }))
  expect(factOf('m5')).toMatchObject({ annulled: null, confirmed: null, witnessId: 'm2' })
  expect((await why('m5')).line).toMatchObject({ done: 0, waiting: 1 })
})

test('entered by those who run the branch for another member it counts at once; for oneself they ask too', async () => {
  expect(await world.get(officer, 'checkin.makeUp', request('m7'))).toEqual({ memberId: 'm7' })
  expect(factOf('m7')).toMatchObject({ way: 'roll_call', by: 'm2', confirmed: { by: 'm2' } })
  expect((await why('m7')).line).toMatchObject({ done: 1, state: 'done' })
  expect(await world.reason(secretary, 'checkin.makeUp', request('m1'))).toBe('backfill_needs_witness')
  expect(await world.reason(openIdOf('m8'), 'checkin.makeUp', request('m8'))).toBe('backfill_needs_witness')
  expect(await world.reason(openIdOf('m3'), 'checkin.makeUp', request('m3', { witnessId: 'm3' }))).toBe(
    'witness_is_self',
  )
})

test.each([
  ['to come', 'coming'],
  ['cancelled', 'gone'],
  ['of another branch', 'other'],
  ['no study', 'party'],
  ['unknown', 'nowhere'],
])('a meeting that is %s is not a missed study', async (_what, activityId) => {
  const asked = request('m8', { activityId, witnessId: 'm3' })
  expect(await world.reason(openIdOf('m8'), 'checkin.makeUp', asked)).toBe('not_a_missed_study')
})

test('whoever was there has nothing to make up, and nobody enters for another without running the branch', async () => {
  expect(await world.reason(openIdOf('m9'), 'checkin.makeUp', request('m9', { witnessId: 'm3' }))).toBe(
    'not_a_missed_study',
  )
  for (const who of ['m10', 'm6', 'n1'])
    expect(await world.reason(openIdOf(who), 'checkin.makeUp', request('m5'))).toBe('forbidden')
  expect(await world.reason(openIdOf('m8'), 'checkin.makeUp', request('m8', { witnessId: 'm9' }))).toBe(
    'invalid_request',
  )
})

test('registered at the meeting after all, the made-up study is seen and not counted', async () => {
  await world.get(officer, 'checkin.makeUp', request('m10', { activityId: 'sep' }))
  await world.get(secretary, 'checkin.backfill', {
    activityId: 'sep',
    memberId: 'm10',
    reason: '漏登',
    witnessId: 'm2',
    nonce: newNonce(),
  })
  await world.get(officer, 'checkin.witness', { factId: 'sep_m10', agree: true })
  const sheet = await why('m10', '2026-09')
  expect(sheet.counted.map(({ id }) => id)).toEqual(['sep_m10'])
  expect(sheet.notCounted).toMatchObject([{ id: 'sep_m10_makeup', reason: 'attended_itself', madeUp: true }])
})

test('ten taps at once make one record', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => world.reason(officer, 'checkin.makeUp', request('m12'))),
  )
  expect(answers.filter((answer) => answer.startsWith('ok'))).toHaveLength(1)
  expect(new Set(answers.filter((answer) => !answer.startsWith('ok')))).toEqual(
    new Set(['already_registered']),
  )
})

test('made up in the new year it counts in December, and the records of the new year say so', async () => {
  insert('activities', study('dec', '2026-12-10'))
  world.emulator.clock.set(at('2027-01-06 10:00'))
  await world.get(officer, 'checkin.makeUp', request('m5', { activityId: 'dec' }))
  expect((await why('m5', '2026-12')).line).toMatchObject({ done: 1, state: 'done' })
  const { records } = await world.get(openIdOf('m5'), 'progress.records', { year: 2027 })
  expect(records).toMatchObject([
    { kind: 'make_up', title: 'dec集中学习', countsTowards: [{ of: { periodKey: '2026-12' } }] },
  ])
})
