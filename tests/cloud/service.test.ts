import { mintActivityCode } from '@domain/checkin/code'
import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { aRunningService, aService, otherStaff, staff, worldWithPlaces } from './places'
import { checkIn, newNonce, secretary, type World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const dutyOf = async (memberId: string) => {
  const { month } = await world.get(openIdOf(memberId), 'progress.home')
  return month.duties.find(({ dutyId }) => dutyId === 'community_service')
}
const boardOf = (activityId: string) => world.get(staff, 'service.board', { activityId })
const cardOf = async (memberId: string, activityId: string) => {
  const { services } = await world.get(openIdOf(memberId), 'activity.list')
  return services.find(({ id }) => id === activityId)
}
const messagesOf = async (memberId: string) => (await world.get(openIdOf(memberId), 'reminder.inbox')).items
const facts = (query: object) => world.emulator.database.find('facts', query)

describe('a service from its publication to what counts', () => {
  let activityId = ''
  let code: () => string
  let posterCode = ''

  test('published twice with one nonce it is one service; members see its kind, places and contact', async () => {
    const request = { nonce: newNonce(), form: aService({ limit: 20 }) }
    const published = await world.get(staff, 'service.publish', request)
    expect(published.state).toBe('published')
    expect(await world.get(staff, 'service.publish', request)).toEqual(published)
    expect(world.emulator.database.count('activities')).toBe(1)
    activityId = published.activityId
    expect(world.emulator.database.find('activities')[0]).toMatchObject({
      hostType: 'community',
      hostId: 'community1',
      expected: [],
      posterId: expect.stringMatching(/^[\w-]{16}$/) as string,
      codeKey: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(await cardOf('m4', activityId)).toMatchObject({
      mine: 'open_to_all',
      runs: false,
      hostName: '凤凰社区党委',
      service: { kind: 'theme', limit: 20, contact: '方晓云' },
    })
  })

  test('one enrols and takes it back as often as one likes; it counts for nothing', async () => {
    const join = (on: boolean) =>
      world.get(openIdOf('m4'), 'service.join', { activityId, join: on, nonce: newNonce() })
    expect(await join(true)).toEqual({ activityId, joined: true })
    expect(await join(true)).toEqual({ activityId, joined: true })
    expect(await cardOf('m4', activityId)).toMatchObject({ mine: 'enrolled' })
    expect((await boardOf(activityId)).totals).toEqual({ enrolled: 1, confirmed: 0, pending: 0 })
    expect(await join(false)).toEqual({ activityId, joined: false })
    expect(await cardOf('m4', activityId)).toMatchObject({ mine: 'open_to_all' })
    expect((await boardOf(activityId)).totals.enrolled).toBe(0)
    await join(true)
    expect(facts({ memberId: 'm4' })).toHaveLength(1)
    expect(await dutyOf('m4')).toMatchObject({ done: 0, state: 'planned' })
    const { next } = await world.get(openIdOf('m4'), 'progress.home')
    expect(next).toMatchObject({ id: activityId, mine: 'enrolled' })
    expect(await messagesOf('m4')).toMatchObject([{ type: 'soon', activityId }])
  })

  test('before it is opened code and poster are too early; staff open it', async () => {
    const board = await boardOf(activityId)
    posterCode = board.posterCode
    expect(posterCode).toMatch(/^P1\.[\w-]{16}$/)
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: posterCode })).toBe('too_early')
    await world.get(staff, 'activity.setState', { activityId, to: 'open' })
    code = () => mintActivityCode({ activityId, codeKey: board.codeKey ?? '', now: world.now() })
    const late = { activityId, join: true, nonce: newNonce() }
    expect(await world.reason(openIdOf('m5'), 'service.join', late)).toBe('ended')
  })

  test('a code shown by the staff confirms by itself; nobody is a guest, from whatever branch', async () => {
    expect(await checkIn(world, 'm4', code())).toMatchObject({
      ok: true,
      data: { way: 'scan', guest: false, counts: [{ dutyId: 'community_service', met: true }] },
    })
    expect(await checkIn(world, 'n2', code())).toMatchObject({ ok: true, data: { guest: false } })
    expect(await dutyOf('m4')).toMatchObject({ done: 1, state: 'done' })
    expect((await boardOf(activityId)).totals).toEqual({ enrolled: 1, confirmed: 2, pending: 0 })
  })

  test('a poster waits for the staff and says so', async () => {
    const answer = await checkIn(world, 'm5', posterCode)
    expect(answer).toMatchObject({
      ok: true,
      data: { way: 'poster', counts: [{ text: '待确认，确认后计入', met: false }] },
    })
    expect(await dutyOf('m5')).toMatchObject({ done: 0, state: 'waiting', waiting: 1 })
    expect(await cardOf('m5', activityId)).toMatchObject({ mine: 'waiting' })
    expect(await world.reason(openIdOf('m5'), 'checkin.open', { code: posterCode })).toBe(
      'already_registered',
    )
  })

  test('a poster scanned first never blocks the staff’s own code, which confirms it', async () => {
    const { activityId: other, code: staffCode, posterCode: poster } = await aRunningService(world)
    await checkIn(world, 'm8', poster)
    const answer = await checkIn(world, 'm8', staffCode())
    expect(answer).toMatchObject({ ok: true, data: { way: 'poster', counts: [{ met: true }] } })
    const [fact] = world.emulator.database.find('facts', { _id: `${other}_m8` })
    expect(fact).toMatchObject({ way: 'poster', confirmed: { by: 'community1' } })
    expect(await world.reason(openIdOf('m8'), 'checkin.open', { code: staffCode() })).toBe(
      'already_registered',
    )
    await world.get(staff, 'activity.setState', { activityId: other, to: 'cancelled' })
  })

  test('the staff find who registered with them by name, and who is put on the list waits too', async () => {
    const { residents } = await world.get(staff, 'service.residents', {
      communityId: 'community1',
      name: '何同志',
    })
    expect(residents).toEqual([{ memberId: 'm6', name: '何同志', branchName: '农业农村局党支部' }])
    const entry = { activityId, memberId: 'm6', occurredAt: world.now(), nonce: newNonce() }
    const entered = await world.get(staff, 'service.enter', entry)
    expect(await world.get(staff, 'service.enter', entry)).toEqual(entered)
    expect(await world.reason(staff, 'service.enter', { ...entry, nonce: newNonce() })).toBe(
      'already_registered',
    )
    await checkIn(world, 'm7', posterCode)
    const { pending, totals, arrivals } = await boardOf(activityId)
    expect(pending.map(({ memberId, way }) => [memberId, way])).toEqual([
      ['m5', 'poster'],
      ['m6', 'paper'],
      ['m7', 'poster'],
    ])
    expect(totals).toEqual({ enrolled: 1, confirmed: 2, pending: 3 })
    expect(arrivals.map(({ memberId }) => memberId)).toEqual(['n2', 'm4'])
  })

  test('a batch confirms once; who was not seen stays waiting and counts for nothing', async () => {
    const { pending } = await boardOf(activityId)
    const factIds = pending.filter(({ memberId }) => memberId !== 'm7').map(({ factId }) => factId)
    expect(await world.get(staff, 'service.confirm', { activityId, factIds })).toEqual({
      activityId,
      confirmed: 2,
    })
    expect((await world.get(staff, 'service.confirm', { activityId, factIds })).confirmed).toBe(0)
    expect(await dutyOf('m5')).toMatchObject({ done: 1, state: 'done' })
    expect(await dutyOf('m6')).toMatchObject({ done: 1, state: 'done' })
    // The batch is news; a scan that confirmed itself was seen on the result page.
    expect(await messagesOf('m5')).toMatchObject([{ type: 'confirmed' }])
    expect(await messagesOf('m4')).toEqual([])
    expect(await dutyOf('m7')).toMatchObject({ done: 0, state: 'waiting' })
    expect(world.emulator.database.find('audit', { what: 'confirm' })).toMatchObject([
      { activityId, placeId: 'community1', result: '2' },
    ])
  })

  test('ids of another service confirm nothing', async () => {
    const other = await aRunningService(world)
    const { pending } = await boardOf(activityId)
    const factIds = pending.map(({ factId }) => factId)
    const answer = await world.get(staff, 'service.confirm', { activityId: other.activityId, factIds })
    expect(answer.confirmed).toBe(0)
    await world.get(staff, 'activity.setState', { activityId: other.activityId, to: 'cancelled' })
  })

  test('struck out after the scan it does not count; restored it counts again', async () => {
    const person = { activityId, memberId: 'm4', reason: '扫了就走' }
    await world.get(staff, 'checkin.strike', person)
    expect((await dutyOf('m4'))?.done).toBe(0)
    const [first] = (await boardOf(activityId)).arrivals.filter(({ memberId }) => memberId === 'm4')
    expect(first?.struck).toMatchObject({ by: '凤凰社区党委', reason: '扫了就走' })
    await world.get(staff, 'checkin.restore', person)
    expect((await dutyOf('m4'))?.done).toBe(1)
  })

  test('the branch page and the records show it', async () => {
    const { rows } = await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
    const done = (memberId: string) =>
      rows
        .find((row) => row.memberId === memberId)
        ?.cells.find(({ dutyId }) => dutyId === 'community_service')?.done
    expect([done('m4'), done('m5'), done('m7')]).toEqual([1, 1, 0])
    const { records } = await world.get(openIdOf('m4'), 'progress.records', { year: 2026 })
    const september = {
      label: '社区服务',
      doneBy: 'service',
      of: { dutyId: 'community_service', periodKey: '2026-09' },
    }
    expect(records.map(({ kind, title, countsTowards }) => [kind, title, countsTowards])).toEqual([
      ['enrolment', '清洁家园', []],
      ['attendance', '清洁家园', [september]],
    ])
    const waiting = await world.get(openIdOf('m7'), 'progress.records', { year: 2026 })
    expect(waiting.records).toMatchObject([{ state: 'waiting', way: 'poster', countsTowards: [] }])
  })

  test('the work tab of the staff: their services newest first, none of them among the meetings', async () => {
    const work = await world.get(staff, 'identity.work')
    expect(work).toMatchObject({
      places: [],
      meetings: [],
      villages: [],
      county: false,
      communities: [
        {
          community: { id: 'community1', name: '凤凰社区党委' },
          services: [{ id: activityId, state: 'open', enrolled: 1, confirmed: 4, pending: 1 }],
          pendingDeeds: 0,
        },
      ],
    })
    expect((await world.get(otherStaff, 'identity.work')).communities).toMatchObject([{ services: [] }])
    expect((await world.get(openIdOf('m4'), 'identity.work')).communities).toEqual([])
  })

  test('a poster’s registration takes three database calls, one of them a write; board and batch stay as small', async () => {
    const spent = async (work: () => Promise<unknown>) => {
      await work()
      const { calls } = world.lastInvocation()
      return [calls.length, calls.filter(({ action }) => /insert|modify|remove/.test(action)).length]
    }
    const ticketOf = await world.get(openIdOf('p1'), 'checkin.open', { code: posterCode })
    const request = { ticket: ticketOf.ticket, nonce: newNonce() }
    expect(await spent(() => world.get(openIdOf('p1'), 'checkin.register', request))).toEqual([3, 1])
    // Somebody new on the list has been looked at: noted once.
    expect(await spent(() => boardOf(activityId))).toEqual([5, 1])
    expect(await spent(() => boardOf(activityId))).toEqual([4, 0])
    const batch = { activityId, factIds: [`${activityId}_p1`] }
    // The batch, its line in the audit and that it came about, however many it confirms; which still wait is read first.
    expect(await spent(() => world.get(staff, 'service.confirm', batch))).toEqual([6, 3])
    // 补录 that ask for their word are one question more, 社区报到 another, what branches propose a third.
    expect(await spent(() => world.get(staff, 'identity.work'))).toEqual([7, 0])
  })

  test('the list is entered and the batch confirmed days after it', async () => {
    world.emulator.clock.set(MOMENT + 3 * 86_400_000)
    const entry = { activityId, memberId: 'm8', occurredAt: world.now(), nonce: newNonce() }
    expect((await world.get(staff, 'service.enter', entry)).at).toBe(aService().startsAt)
    const factIds = [`${activityId}_m8`]
    expect((await world.get(staff, 'service.confirm', { activityId, factIds })).confirmed).toBe(1)
    world.emulator.clock.set(at('2026-10-14 00:00'))
    const late = { ...entry, memberId: 'm9', nonce: newNonce() }
    expect(await world.reason(staff, 'service.enter', late)).toBe('entry_closed')
    const left = [`${activityId}_m7`]
    expect((await world.get(staff, 'service.confirm', { activityId, factIds: left })).confirmed).toBe(1)
    world.emulator.clock.set(MOMENT)
  })
})
