import { at } from '@domain/testing/at'
import { contractVersion } from '@domain/contract/answer'
import { MOMENT, openIdOf } from './people'
import { contact, doors, otherContact, staff, worldWithPlaces } from './places'
import { newNonce, type World } from './world'

const DAY = 86_400_000

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const own = openIdOf('v1')
const visit = (code: string, overrides: object = {}) => ({
  code,
  purposes: ['policy', 'heart'],
  occurredAt: world.now(),
  nonce: newNonce(),
  ...overrides,
})
const dutyOf = async (openId: string) => {
  const { month } = await world.get(openId, 'progress.home')
  return month.duties.find(({ dutyId }) => dutyId === 'household_visit')
}
const calls = () => world.lastInvocation().calls
const wrote = () => calls().some(({ action }) => /insert|modify|remove/.test(action))

describe('a door code', () => {
  const open = (who: string, code: string) =>
    world.post(who, { action: 'household.open', contractVersion, data: { code } })

  test('a stranger, a colleague, outside staff, a dissolved link, an unknown and a foreign code: byte for byte the same, nothing written', async () => {
    // Warm: the tree has been read.
    await open('stranger-1', doors.h1)
    const before = world.documents()
    const asked: [string, string][] = [
      ['stranger-1', doors.h1],
      [openIdOf('m4'), doors.h1],
      [openIdOf('v2'), doors.h1],
      [contact, doors.h1],
      [own, 'H1.0000000000000000'],
      ['stranger-1', 'H1.0000000000000000'],
      [own, 'P1.0000000000000000'],
      [own, 'some text'],
    ]
    const answers = []
    for (const [who, code] of asked) {
      answers.push(JSON.stringify({ ...(await open(who, code)).result, at: 0 }))
      // Who has no identity is looked up among the consents as well, whatever the code.
      expect(calls()).toHaveLength(who === 'stranger-1' ? 3 : 2)
      expect(wrote()).toBe(false)
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('"state":"neutral"')
    expect(world.documents()).toBe(before)
  })

  test('the linked member sees number and village and this month’s visits', async () => {
    expect(await world.get(own, 'household.open', { code: doors.h1 })).toEqual({
      state: 'own',
      household: { id: 'h1', number: '07 号', village: '青山村' },
      done: 0,
      needed: 2,
    })
    expect(
      await world.get(own, 'household.open', { code: `https://x.gov.cn/c?t=${doors.h1}` }),
    ).toMatchObject({
      state: 'own',
    })
    expect(wrote()).toBe(false)
  })
})

describe('a visit', () => {
  test('registers with five calls at most, one of them a write; a resend is the same answer', async () => {
    const request = visit(doors.h1)
    const first = await world.get(own, 'household.visit', request)
    expect(first).toEqual({
      at: request.occurredAt,
      again: false,
      household: { id: 'h1', number: '07 号', village: '青山村' },
      done: 1,
      needed: 2,
    })
    expect(calls().length).toBeLessThanOrEqual(5)
    expect(calls().filter(({ action }) => /insert|modify|remove/.test(action))).toHaveLength(1)
    expect(await world.get(own, 'household.visit', request)).toEqual(first)
    expect(world.emulator.database.find('facts', { kind: 'visit' })).toMatchObject([
      {
        ...{ way: 'scan', hostId: 'village1', branchId: 'branch1', detail: { purposes: 'policy,heart' } },
        // The door's code has said it.
        confirmed: { by: 'h1' },
      },
    ])
  })

  test('a second one on the day is the same visit, with the first time; the door says so', async () => {
    const [stored] = world.emulator.database.find('facts', { kind: 'visit' })
    const again = await world.get(own, 'household.visit', visit(doors.h1, { purposes: ['help'] }))
    expect(again).toMatchObject({ again: true, at: stored?.occurredAt, done: 1 })
    expect(calls().length).toBeLessThanOrEqual(5)
    expect(world.emulator.database.count('facts', { kind: 'visit' })).toBe(1)
    expect(await world.get(own, 'household.open', { code: doors.h1 })).toMatchObject({
      done: 1,
      visitedTodayAt: stored?.occurredAt,
    })
  })

  test('two households on one day are two visits, and home moves', async () => {
    expect(await world.get(own, 'household.visit', visit(doors.h2))).toMatchObject({ again: false, done: 2 })
    expect(await dutyOf(own)).toMatchObject({ state: 'done', done: 2 })
  })

  test('nobody else registers at this door, and an unknown door is the same answer', async () => {
    const before = world.documents()
    for (const who of [openIdOf('m4'), openIdOf('v2')])
      expect(await world.reason(who, 'household.visit', visit(doors.h1))).toBe('not_own_household')
    expect(await world.reason(own, 'household.visit', visit('H1.0000000000000000'))).toBe('not_own_household')
    expect(await world.reason('stranger-1', 'household.visit', visit(doors.h1))).toBe('unbound')
    expect(await world.reason(contact, 'household.visit', visit(doors.h1))).toBe('forbidden')
    expect(world.documents()).toBe(before)
  })

  test('whose household it was on the day decides, not whose it is today', async () => {
    const september = visit(doors.h1, { occurredAt: at('2026-09-01 09:00') })
    const august = visit(doors.h1, { occurredAt: at('2026-08-31 23:59') })
    world.emulator.clock.set(at('2026-09-01 10:00'))
    expect(await world.reason(openIdOf('v2'), 'household.visit', september)).toBe('not_own_household')
    expect(await world.reason(openIdOf('v2'), 'household.visit', august)).toMatch(/^ok/)
    world.emulator.clock.set(MOMENT)
  })
})

describe('a visit entered afterwards', () => {
  const backfill = (occurredOn: string, overrides: object = {}) => ({
    householdId: 'h2',
    occurredOn,
    purposes: ['help'],
    nonce: newNonce(),
    ...overrides,
  })

  test('waits for the village, which confirms it once; then it counts', async () => {
    const before = (await dutyOf(own))?.done ?? 0
    const request = backfill('2026-09-10')
    const answer = await world.get(own, 'household.backfill', request)
    expect(answer).toEqual({ at: at('2026-09-10 12:00'), waitsFor: '青山村' })
    expect(await world.get(own, 'household.backfill', request)).toEqual(answer)
    expect(await world.reason(own, 'household.backfill', backfill('2026-09-10'))).toBe('already_registered')
    expect(await dutyOf(own)).toMatchObject({ done: before, waiting: 1 })

    const list = await world.get(contact, 'household.pending', { villageId: 'village1' })
    expect(list).toEqual({
      village: { id: 'village1', name: '青山村' },
      pending: [
        {
          factId: 'h2_v1_2026-09-10',
          name: '走访同志',
          branchName: '农业农村局党支部',
          number: '08 号',
          on: '2026-09-10',
        },
      ],
      denied: [],
      confirmedThisMonth: 0,
    })
    expect((await world.get(contact, 'identity.work')).villages).toEqual([
      { village: { id: 'village1', name: '青山村' }, pendingVisits: 1, pendingDeeds: 0 },
    ])
    const factIds = ['h2_v1_2026-09-10']
    const confirm = (who: string, villageId: string) =>
      world.reason(who, 'household.confirm', { villageId, factIds })
    expect(await confirm(otherContact, 'village1')).toBe('forbidden')
    expect(await confirm(staff, 'village1')).toBe('forbidden')
    expect(await confirm(otherContact, 'village2')).toBe('ok: {"confirmed":0}')
    expect(await confirm(contact, 'village1')).toBe('ok: {"confirmed":1}')
    expect(await confirm(contact, 'village1')).toBe('ok: {"confirmed":0}')
    expect((await dutyOf(own))?.done).toBe(before + 1)
    const after = await world.get(contact, 'household.pending', { villageId: 'village1' })
    expect(after).toMatchObject({ pending: [], confirmedThisMonth: 1 })
  })

  test('a day that is none, or still to come, or of somebody else’s household is refused', async () => {
    const reason = (request: object) => world.reason(own, 'household.backfill', request)
    expect(await reason(backfill('2026-02-30'))).toBe('invalid_request')
    expect(await reason(backfill('2026-09-23'))).toBe('invalid_request')
    expect(await reason(backfill('2026-09-09', { householdId: 'h9' }))).toBe('not_own_household')
    const former = backfill('2026-09-09', { householdId: 'h1' })
    expect(await world.reason(openIdOf('v2'), 'household.backfill', former)).toBe('not_own_household')
  })

  test('is entered until the end of the fifth workday of the next month', async () => {
    world.emulator.clock.set(at('2026-10-13 23:59'))
    expect(await world.reason(own, 'household.backfill', backfill('2026-09-30'))).toMatch(/^ok/)
    world.emulator.clock.set(at('2026-10-14 00:00'))
    expect(await world.reason(own, 'household.backfill', backfill('2026-09-29'))).toBe('entry_closed')
    world.emulator.clock.set(MOMENT)
  })
})

describe('a door code that was photographed once', () => {
  const HOUR = 3_600_000
  let fresh: World
  beforeAll(async () => {
    fresh = await worldWithPlaces()
  })
  afterAll(() => fresh.stop())
  const send = (daysAgo: number, code = doors.h1, overrides: object = {}) =>
    fresh.get(own, 'household.visit', {
      code,
      purposes: ['help'],
      occurredAt: fresh.now() - daysAgo * DAY,
      nonce: newNonce(),
      ...overrides,
    })
  const stored = (on: string, household = 'h1') =>
    fresh.emulator.database.find('facts', { _id: `${household}_v1_${on}` })[0]
  const counted = async () =>
    (await fresh.get(own, 'progress.home')).month.duties.find(({ dutyId }) => dutyId === 'household_visit')

  test('gives one visit and not seven: a visit that is a day late waits for the village', async () => {
    const answers = []
    for (const daysAgo of [6, 5, 4, 3, 2, 1.01]) answers.push(await send(daysAgo))
    expect(answers.map(({ waitsFor, done }) => [waitsFor, done])).toEqual(Array(6).fill(['青山村', 0]))
    expect(await send(0)).not.toHaveProperty('waitsFor')
    expect(await counted()).toMatchObject({ done: 1, waiting: 6 })
    const { pending } = await fresh.get(contact, 'household.pending', { villageId: 'village1' })
    expect(pending).toHaveLength(6)
  })

  test('one within its day counts, also from a phone that had no network, and a resend is the same answer', async () => {
    fresh.emulator.clock.set(MOMENT + 2 * DAY)
    const request = { occurredAt: fresh.now() - 20 * HOUR, nonce: newNonce() }
    const first = await send(0, doors.h2, request)
    expect(first).toMatchObject({ again: false, at: request.occurredAt })
    expect(first).not.toHaveProperty('waitsFor')
    expect(await send(0, doors.h2, request)).toEqual(first)
  })

  test('the second of two that arrive on one day for two days waits, at a resend and at one instant too', async () => {
    expect(await send(0, doors.h2)).toMatchObject({ waitsFor: '青山村' })
    fresh.emulator.clock.set(MOMENT + 5 * DAY)
    const requests = [0, 0.9].map((daysAgo) => ({
      occurredAt: fresh.now() - daysAgo * DAY,
      nonce: newNonce(),
    }))
    await Promise.all(requests.map((request) => send(0, doors.h1, request)))
    for (const request of requests) await send(0, doors.h1, request)
    const both = ['2026-09-26', '2026-09-27'].map((on) => stored(on))
    expect(both.filter((fact) => fact?.confirmed === undefined).length).toBeLessThanOrEqual(1)
    expect(both.every((fact) => fact !== undefined)).toBe(true)
  })

  test('after the fifth workday of the next month nothing is taken any more', async () => {
    const old = { occurredAt: at('2026-09-05 10:00') }
    fresh.emulator.clock.set(at('2026-10-13 23:59'))
    expect(await send(0, doors.h1, old)).toMatchObject({ waitsFor: '青山村' })
    fresh.emulator.clock.set(at('2026-10-14 00:00'))
    expect(
      await fresh.reason(own, 'household.visit', visit(doors.h1, { occurredAt: at('2026-09-04 10:00') })),
    ).toBe('entry_closed')
  })

  test('a real scan of the day confirms what was only remembered, and the door does not say it is done', async () => {
    fresh.emulator.clock.set(at('2026-10-20 10:00'))
    const remembered = { householdId: 'h1', occurredOn: '2026-10-20', purposes: ['help'], nonce: newNonce() }
    await fresh.get(own, 'household.backfill', remembered)
    expect(await fresh.get(own, 'household.open', { code: doors.h1 })).not.toHaveProperty('visitedTodayAt')
    expect(await send(0)).toMatchObject({ again: false, done: 1 })
    expect(stored('2026-10-20')).toMatchObject({ way: 'backfill', confirmed: { by: 'h1' } })
    expect(await send(0)).toMatchObject({ again: true, done: 1 })
    const { pending } = await fresh.get(contact, 'household.pending', { villageId: 'village1' })
    expect(pending.map(({ on }) => on)).not.toContain('2026-10-20')
  })

  test('several remembered days are not confirmed by scans that come together', async () => {
    fresh.emulator.clock.set(at('2026-10-27 10:00'))
    for (const occurredOn of ['2026-10-26', '2026-10-27'])
      await fresh.get(own, 'household.backfill', {
        householdId: 'h1',
        occurredOn,
        purposes: ['help'],
        nonce: newNonce(),
      })
    expect(await send(0)).toMatchObject({ again: false })
    expect(await send(0.9)).toMatchObject({ waitsFor: '青山村' })
    expect(stored('2026-10-26')?.confirmed).toBeNull()
  })
})

test('of a household the store keeps number, village, links and code, and of a visit nothing about the family', () => {
  const { database } = world.emulator
  for (const household of database.find('households'))
    expect(Object.keys(household).sort()).toEqual(['_id', 'doorCode', 'memberIds', 'number', 'villageId'])
  for (const fact of database.find('facts', { kind: 'visit' }))
    expect(Object.keys(fact.detail ?? {})).toEqual(['purposes'])
})
