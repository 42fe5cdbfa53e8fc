import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { contact, otherStaff, staff, worldWithPlaces } from './places'
import { newNonce, secretary, type World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const own = openIdOf('v1')
const claim = (overrides: object = {}) => ({
  title: '修好楼道灯',
  beneficiary: 'community',
  nonce: newNonce(),
  ...overrides,
})
const move = (deedId: string, to: string) => world.reason(own, 'deed.move', { deedId, to })
const dutyOf = async (memberId: string) => {
  const { year } = await world.get(openIdOf(memberId), 'progress.home')
  return year.duties.find(({ dutyId }) => dutyId === 'practical_deed')
}

describe('a deed', () => {
  test('claimed, finished, confirmed: only then it counts', async () => {
    const request = claim()
    const { deed } = await world.get(own, 'deed.claim', request)
    expect(deed).toMatchObject({
      title: '修好楼道灯',
      state: 'claimed',
      beneficiary: 'community',
      where: '凤凰社区党委',
      claimedAt: expect.any(Number) as number,
    })
    expect((await world.get(own, 'deed.claim', request)).deed).toEqual(deed)
    expect(await dutyOf('v1')).toMatchObject({ state: 'missing', done: 0, waiting: 0 })
    const waiting = (who: string, placeId: string) => world.get(who, 'deed.pending', { placeId })
    expect((await waiting(staff, 'community1')).pending).toEqual([])

    const finished = await world.get(own, 'deed.move', { deedId: deed.id, to: 'finished' })
    expect(finished.deed).toMatchObject({ state: 'finished', finishedAt: expect.any(Number) as number })
    expect(await move(deed.id, 'finished')).toMatch(/^ok/)
    expect(await dutyOf('v1')).toMatchObject({ state: 'waiting', done: 0, waiting: 1 })
    expect((await waiting(staff, 'community1')).pending).toEqual([
      {
        deedId: deed.id,
        title: '修好楼道灯',
        name: '走访同志',
        branchName: '农业农村局党支部',
        finishedAt: finished.deed.finishedAt,
      },
    ])
    expect((await world.get(staff, 'identity.work')).communities).toMatchObject([{ pendingDeeds: 1 }])

    const confirm = (who: string, placeId: string) =>
      world.reason(who, 'deed.confirm', { placeId, deedIds: [deed.id] })
    expect(await confirm(otherStaff, 'community1')).toBe('forbidden')
    expect(await confirm(otherStaff, 'community2')).toBe('ok: {"confirmed":0}')
    expect(await confirm(staff, 'community1')).toBe('ok: {"confirmed":1}')
    expect(await confirm(staff, 'community1')).toBe('ok: {"confirmed":0}')
    expect(await dutyOf('v1')).toMatchObject({ state: 'done', done: 1 })
    expect(await move(deed.id, 'claimed')).toBe('wrong_state')
    expect(await world.get(own, 'deed.list')).toMatchObject({
      deeds: [{ id: deed.id, state: 'confirmed', confirmedAt: expect.any(Number) as number }],
      done: 1,
      needed: 1,
      community: { name: '凤凰社区党委' },
      households: [{ id: 'h1' }, { id: 'h2' }],
    })
  })

  test('for a household it stands with the village; dropped it waits for nobody and never counts', async () => {
    const { deed } = await world.get(
      own,
      'deed.claim',
      claim({ beneficiary: 'household', householdId: 'h1' }),
    )
    expect(deed).toMatchObject({ beneficiary: 'household', where: '青山村 07 号' })
    await move(deed.id, 'finished')
    expect((await world.get(contact, 'deed.pending', { placeId: 'village1' })).pending).toHaveLength(1)
    expect(await move(deed.id, 'dropped')).toBe('wrong_state')
    expect(await move(deed.id, 'claimed')).toMatch(/^ok/)
    expect(await move(deed.id, 'dropped')).toMatch(/^ok/)
    expect(await move(deed.id, 'finished')).toBe('wrong_state')
    expect((await world.get(contact, 'deed.pending', { placeId: 'village1' })).pending).toEqual([])
    const confirm = { placeId: 'village1', deedIds: [deed.id] }
    expect(await world.get(contact, 'deed.confirm', confirm)).toEqual({ confirmed: 0 })
    expect(await dutyOf('v1')).toMatchObject({ done: 1, waiting: 0 })
    const { records } = await world.get(own, 'progress.records', { year: 2026 })
    expect(
      records.map(({ kind, state, place, countsTowards }) => [kind, state, place, countsTowards]),
    ).toEqual([
      ['deed', 'cancelled', '青山村 07 号', []],
      [
        'deed',
        'valid',
        '凤凰社区党委',
        [{ label: '办实事', doneBy: 'deed', of: { dutyId: 'practical_deed', periodKey: '2026' } }],
      ],
    ])
  })

  test('claimed in December and finished in January it counts for the year of the claim, and stays in sight until then', async () => {
    world.emulator.clock.set(at('2026-12-30 10:00'))
    const { deed } = await world.get(openIdOf('m4'), 'deed.claim', claim({ title: '教老人用手机' }))
    const given = await world.get(openIdOf('m4'), 'deed.claim', claim({ title: '没有办成的' }))
    await world.get(openIdOf('m4'), 'deed.move', { deedId: given.deed.id, to: 'dropped' })
    world.emulator.clock.set(at('2027-01-05 10:00'))
    const { deeds, done } = await world.get(openIdOf('m4'), 'deed.list')
    expect([deeds.map(({ id }) => id), done]).toEqual([[deed.id], 0])
    await world.get(openIdOf('m4'), 'deed.move', { deedId: deed.id, to: 'finished' })
    await world.get(staff, 'deed.confirm', { placeId: 'community1', deedIds: [deed.id] })
    const of = async (periodKey: string) => {
      const request = { dutyId: 'practical_deed', periodKey, subjectId: 'm4' }
      return (await world.get(openIdOf('m4'), 'progress.why', request)).line.done
    }
    expect([await of('2026'), await of('2027')]).toEqual([1, 0])
    world.emulator.clock.set(MOMENT)
  })

  test('somebody else’s household, somebody else’s deed and a title of nothing are refused', async () => {
    const reason = (who: string, request: object) => world.reason(who, 'deed.claim', request)
    const household = { beneficiary: 'household', householdId: 'h1' }
    expect(await reason(openIdOf('m4'), claim(household))).toBe('not_own_household')
    expect(await reason(openIdOf('v2'), claim(household))).toBe('not_own_household')
    expect(await reason(own, claim({ beneficiary: 'household' }))).toBe('invalid_request')
    expect(await reason(own, claim({ title: ' ' }))).toBe('invalid_request')
    const { deed } = await world.get(own, 'deed.claim', claim())
    const others = { deedId: deed.id, to: 'finished' }
    expect(await world.reason(openIdOf('m4'), 'deed.move', others)).toBe('forbidden')
    expect(await world.reason(openIdOf('m4'), 'deed.move', { ...others, deedId: 'nothing' })).toBe(
      'forbidden',
    )
  })

  test('a nonce in the form of somebody’s record takes nobody’s place', async () => {
    await world.get(openIdOf('m4'), 'deed.claim', claim({ nonce: 'dues_m5_2026-09' }))
    const request = {
      branchId: 'branch1',
      month: '2026-09',
      memberIds: ['m5'],
      ticked: true,
      nonce: newNonce(),
    }
    expect(await world.get(secretary, 'deed.tick', request)).toEqual({ changed: 1 })
  })
})

describe('dues', () => {
  const tick = (memberIds: string[], ticked: boolean, overrides: object = {}) => ({
    branchId: 'branch1',
    month: '2026-09',
    memberIds,
    ticked,
    nonce: newNonce(),
    ...overrides,
  })
  const changed = async (memberIds: string[], ticked: boolean) =>
    (await world.get(secretary, 'deed.tick', tick(memberIds, ticked))).changed
  const ticked = async (month = '2026-09') => {
    const { rows } = await world.get(secretary, 'deed.ticks', { branchId: 'branch1', month })
    return rows.filter((row) => row.ticked).map(({ memberId }) => memberId)
  }
  const duesOf = async (memberId: string) => {
    const { month } = await world.get(openIdOf(memberId), 'progress.home')
    return month.duties.find(({ dutyId }) => dutyId === 'dues')
  }

  test('on, off and on again: each change is kept, the same wish twice changes nothing', async () => {
    await world.get(secretary, 'deed.tick', tick(['m5'], false))
    expect(await changed(['m4', 'm5', 'm5'], true)).toBe(2)
    expect(await changed(['m4', 'm5'], true)).toBe(0)
    expect(await duesOf('m4')).toMatchObject({ done: 1, state: 'done' })
    expect(await ticked()).toEqual(['m4', 'm5'])
    expect(await changed(['m4'], false)).toBe(1)
    expect(await changed(['m4', 'm6'], false)).toBe(0)
    expect(await duesOf('m4')).toMatchObject({ done: 0, state: 'missing' })
    expect(await ticked()).toEqual(['m5'])
    expect(await changed(['m4'], true)).toBe(1)
    expect(await duesOf('m4')).toMatchObject({ done: 1 })
    const audit = world.emulator.database.find('audit', { what: 'dues', memberId: 'm4' })
    expect(audit.map(({ result }) => result)).toEqual(['taken_back', 'ticked'])
    expect(world.emulator.database.count('facts', { kind: 'tick', memberId: 'm4' })).toBe(1)
  })

  test('the whole branch at once; the list stands in register order', async () => {
    const { rows, open, branch } = await world.get(secretary, 'deed.ticks', {
      branchId: 'branch1',
      month: '2026-09',
    })
    expect([open, branch.id, rows.length]).toEqual([true, 'branch1', 14])
    const left = rows.filter((row) => !row.ticked).map(({ memberId }) => memberId)
    expect(await changed(left, true)).toBe(12)
    expect(await ticked()).toEqual(rows.map(({ memberId }) => memberId))
  })

  test('a month is ticked until the fifth workday after it and still counts for it; not before it begins', async () => {
    const request = (month: string) => world.reason(secretary, 'deed.tick', tick(['m4'], true, { month }))
    expect(await request('2026-10')).toBe('entry_closed')
    expect(await request('2026-08')).toBe('entry_closed')
    world.emulator.clock.set(at('2026-10-13 23:59'))
    await world.get(secretary, 'deed.tick', tick(['m7'], false))
    await world.get(secretary, 'deed.tick', tick(['m7'], true))
    const why = { dutyId: 'dues', periodKey: '2026-09', subjectId: 'm7' }
    expect((await world.get(openIdOf('m7'), 'progress.why', why)).line.done).toBe(1)
    world.emulator.clock.set(at('2026-10-14 00:00'))
    expect(await request('2026-09')).toBe('entry_closed')
    expect((await world.get(secretary, 'deed.ticks', { branchId: 'branch1', month: '2026-09' })).open).toBe(
      false,
    )
    world.emulator.clock.set(MOMENT)
  })

  test('members of another branch are not this branch’s to tick', async () => {
    const before = world.documents()
    expect(await world.reason(secretary, 'deed.tick', tick(['m4', 'n1'], true))).toBe('invalid_request')
    expect(world.documents()).toBe(before)
  })
})
