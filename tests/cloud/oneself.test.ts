import { mintMemberCode } from '@domain/checkin/code'
import { aFact } from '@domain/testing/builders'
import { openIdOf } from './people'
import { aRunningService, contact, staff, worldWithPlaces } from './places'
import { checkIn, newNonce, officer, openMeeting, secretary, type World } from './world'

/**
 * Oneself never: nobody's own entry, exemption, restoration or confirmation counts without a second person. m1 is the secretary, m2 the
 * organisation officer; n1 alone runs the second branch, so that the work committee is asked there.
 */
const county = 'openid-county'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const runsBranch2 = openIdOf('n1')
const lineOf = async (memberId: string, dutyId: string) => {
  const { month } = await world.get(openIdOf(memberId), 'progress.home')
  return month.duties.find((duty) => duty.dutyId === dutyId)
}
const waitingFor = async (openId: string) => (await world.get(openId, 'identity.work')).witness
const people = { chairId: 'm7', recorderId: 'm8', carries: [] }
const arrivalOf = async (activityId: string, memberId: string, by = secretary) => {
  const { arrivals } = await world.get(by, 'activity.board', { activityId })
  const arrival = arrivals.find((one) => one.memberId === memberId)
  return {
    ...arrival,
    registered: arrival !== undefined && !arrival.struck && arrival.waitsFor === undefined,
  }
}
const tick = (by: string, activityId: string, memberId: string) =>
  world.reason(by, 'checkin.tick', {
    activityId,
    memberId,
    way: 'roll_call',
    occurredAt: world.now(),
    nonce: newNonce(),
  })

describe('whoever could have made the code registers by it and waits for somebody else', () => {
  let meeting: Awaited<ReturnType<typeof openMeeting>>
  beforeAll(async () => {
    meeting = await openMeeting(world, secretary, people)
  })

  test.each(['m1', 'm2', 'm7', 'm8'])(
    '%s, who runs the meeting: entered, not yet counted',
    async (memberId) => {
      const { activityId, code } = meeting
      expect(await checkIn(world, memberId, code())).toMatchObject({
        ok: true,
        data: { waits: true, way: 'scan' },
      })
      expect(await arrivalOf(activityId, memberId)).toMatchObject({
        registered: false,
        waitsFor: '另一位组织者',
      })
      expect((await lineOf(memberId, 'theme_party_day'))?.state).not.toBe('done')
    },
  )

  test('a plain member who scans the same screen is registered at once', async () => {
    const answer = await checkIn(world, 'm4', meeting.code())
    expect(answer).toMatchObject({ ok: true })
    expect(answer.ok && answer.data.waits).toBeFalsy()
    expect(await arrivalOf(meeting.activityId, 'm4')).toMatchObject({ registered: true })
  })

  test('by no way does one say it oneself: tick, paper, member code, the second word, another scan', async () => {
    const { activityId, code } = meeting
    const about = { activityId, occurredAt: world.now() }
    expect(await tick(secretary, activityId, 'm1')).toBe('backfill_needs_witness')
    const paper = { ...about, memberId: 'm1', way: 'paper', nonce: newNonce() }
    expect(await world.reason(secretary, 'checkin.tick', paper)).toBe('backfill_needs_witness')
    const me = await world.get(secretary, 'identity.me')
    if (me.state !== 'bound' || !me.member) throw new Error('the secretary is a member')
    const own = { ...about, code: mintMemberCode({ ...me.member, now: world.now() }), nonce: newNonce() }
    expect(await world.reason(secretary, 'checkin.scanMember', own)).toBe('backfill_needs_witness')
    const word = { factId: `${activityId}_m1`, agree: true }
    expect(await world.reason(secretary, 'checkin.witness', word)).toBe('forbidden')
    await checkIn(world, 'm1', code())
    expect(await arrivalOf(activityId, 'm1')).toMatchObject({ registered: false })
  })

  test('another organiser’s tick is the second person, and so is another’s yes on the page 工作', async () => {
    const { activityId } = meeting
    expect(await tick(openIdOf('m8'), activityId, 'm1')).toMatch(/^ok/)
    expect(await arrivalOf(activityId, 'm1')).toMatchObject({ registered: true, way: 'scan' })
    const factId = `${activityId}_m2`
    expect(await waitingFor(officer)).not.toContainEqual(expect.objectContaining({ factId }))
    expect(await waitingFor(openIdOf('m5')).catch(() => [])).toEqual([])
    expect(await waitingFor(secretary)).toContainEqual(expect.objectContaining({ factId, own: true }))
    expect(await world.reason(openIdOf('m3'), 'checkin.witness', { factId, agree: true })).toBe('forbidden')
    await world.get(secretary, 'checkin.witness', { factId, agree: true })
    expect(await arrivalOf(activityId, 'm2')).toMatchObject({ registered: true })
  })

  test('what was struck out is not given back by the own resend, nor restored by oneself', async () => {
    const { activityId, code } = await openMeeting(world, secretary, people)
    const { ticket } = await world.get(secretary, 'checkin.open', { code: code() })
    const registration = { ticket, nonce: newNonce() }
    await world.get(secretary, 'checkin.register', registration)
    await world.get(officer, 'checkin.strike', { activityId, memberId: 'm1', reason: '不在' })
    expect(await world.reason(secretary, 'checkin.register', registration)).toBe('struck_out')
    const restoring = { activityId, memberId: 'm1', reason: '在' }
    expect(await world.reason(secretary, 'checkin.restore', restoring)).toBe('needs_second_person')
    expect(await world.reason(officer, 'checkin.restore', restoring)).toMatch(/^ok/)
    // What was waiting goes on waiting.
    expect(await arrivalOf(activityId, 'm1')).toMatchObject({ registered: false })
  })

  test('who alone runs a branch is not stuck: the meeting’s recorder, or the work committee above, says yes', async () => {
    const place = {
      hostId: 'branch2',
      expectedIds: ['n1', 'n2'],
      chairId: 'n1',
      recorderId: 'n1',
      carries: [],
    }
    const { activityId, code } = await openMeeting(world, runsBranch2, place)
    expect(await checkIn(world, 'n1', code())).toMatchObject({ ok: true, data: { waits: true } })
    const factId = `${activityId}_n1`
    expect(await waitingFor(county)).toContainEqual(expect.objectContaining({ factId, own: true }))
    expect(await world.reason(secretary, 'checkin.witness', { factId, agree: true })).toBe('forbidden')
    await world.get(county, 'checkin.witness', { factId, agree: true })
    expect(await arrivalOf(activityId, 'n1', runsBranch2)).toMatchObject({ registered: true })
  })
})

describe('an exemption of one’s own', () => {
  const health = (memberId: string, more: object = {}) => ({
    memberId,
    category: 'health',
    from: '2026-09-22',
    to: '2027-09-21',
    agree: true,
    nonce: newNonce(),
    ...more,
  })
  const ask = async (openId: string) => {
    const { memberId: _, agree: __, ...asked } = health('')
    return (await world.get(openId, 'roster.askExemption', asked)).exemptionId
  }

  test('is not set by oneself, and one’s own request is answered by another who runs the branch', async () => {
    expect(await world.reason(secretary, 'roster.setExemption', health('m1'))).toBe('needs_second_person')
    const exemptionId = await ask(secretary)
    const answer = health('m1', { exemptionId })
    expect(await world.reason(secretary, 'roster.setExemption', answer)).toBe('needs_second_person')
    // The committee answers only where nobody else runs the branch.
    expect(await world.reason(county, 'roster.setExemption', answer)).toBe('forbidden')
    const askedOf = async (openId: string) =>
      (await world.get(openId, 'roster.list', { branchId: 'branch1' })).askedExemptions.map(
        (one) => one.exemptionId,
      )
    expect(await askedOf(secretary)).toEqual([])
    expect(await askedOf(county)).toEqual([])
    expect(await askedOf(officer)).toEqual([exemptionId])
    expect((await world.get(secretary, 'roster.myExemptions')).answeredBy).toEqual(['陈同志'])
    await world.get(officer, 'roster.setExemption', answer)
    // Longer dates are a new exemption; ending it early takes nothing from anybody.
    const longer = { ...answer, to: '2027-09-30', nonce: newNonce() }
    expect(await world.reason(secretary, 'roster.setExemption', longer)).toBe('needs_second_person')
    const end = { ...answer, agree: false, to: '2026-09-30', nonce: newNonce() }
    expect(await world.reason(secretary, 'roster.setExemption', end)).toMatch(/^ok/)
  })

  test('of who alone runs a branch is answered by the work committee', async () => {
    const exemptionId = await ask(runsBranch2)
    expect((await world.get(runsBranch2, 'roster.myExemptions')).answeredBy).toEqual(['县直机关工委'])
    const { askedExemptions } = await world.get(county, 'roster.list', { branchId: 'branch2' })
    expect(askedExemptions.map((one) => one.exemptionId)).toEqual([exemptionId])
    expect(await world.reason(county, 'roster.setExemption', health('n2'))).toBe('forbidden')
    expect(await world.reason(county, 'roster.setExemption', health('n1', { exemptionId }))).toMatch(/^ok/)
  })
})

describe('dues', () => {
  const dues = (by: string, memberIds: string[], ticked = true) =>
    world.get(by, 'deed.tick', {
      branchId: 'branch1',
      month: '2026-09',
      memberIds,
      ticked,
      nonce: newNonce(),
    })
  const rowOf = async (by: string, memberId: string) => {
    const { rows } = await world.get(by, 'deed.ticks', { branchId: 'branch1', month: '2026-09' })
    return rows.find((row) => row.memberId === memberId)
  }

  test('ticked for everybody, one’s own waits until somebody else ticks it too', async () => {
    expect(await dues(secretary, ['m1', 'm4', 'm5'])).toEqual({ changed: 3 })
    expect((await lineOf('m4', 'dues'))?.done).toBe(1)
    expect((await lineOf('m1', 'dues'))?.done).toBe(0)
    expect(await rowOf(secretary, 'm1')).toMatchObject({ ticked: true, waits: true })
    expect(await rowOf(officer, 'm1')).toMatchObject({ ticked: false, waits: true })
    expect(await dues(secretary, ['m1'])).toEqual({ changed: 0 })
    expect(await dues(officer, ['m1'])).toEqual({ changed: 1 })
    expect((await lineOf('m1', 'dues'))?.done).toBe(1)
    expect((await rowOf(officer, 'm1'))?.waits).toBeUndefined()
  })

  test('taken back by another and ticked again by oneself it waits again', async () => {
    await dues(officer, ['m1'], false)
    await dues(secretary, ['m1'])
    expect((await lineOf('m1', 'dues'))?.done).toBe(0)
    const factId = 'dues_m1_2026-09'
    expect(await waitingFor(officer)).toContainEqual(
      expect.objectContaining({ factId, title: '9月党费', own: true }),
    )
    await world.get(officer, 'checkin.witness', { factId, agree: true })
    expect((await lineOf('m1', 'dues'))?.done).toBe(1)
  })
})

describe('community staff who are members', () => {
  const both = openIdOf('m9')
  beforeAll(async () => {
    const right = {
      organisationId: 'community1',
      role: 'community_staff',
      memberId: 'm9',
      from: '2026-09-22',
    }
    await world.get(county, 'grants.give', { ...right, nonce: newNonce() })
  })

  test('scan the own service’s code and wait for another of the staff, and do not confirm themselves', async () => {
    const { activityId, code } = await aRunningService(world)
    expect(await checkIn(world, 'm9', code())).toMatchObject({ ok: true, data: { waits: true } })
    expect((await checkIn(world, 'm10', code())).ok).toBe(true)
    const { totals, pending } = await world.get(staff, 'service.board', { activityId })
    expect(totals).toMatchObject({ confirmed: 1, pending: 1 })
    const factIds = [`${activityId}_m9`]
    expect(pending.map(({ factId }) => factId)).toEqual(factIds)
    expect(await world.get(both, 'service.confirm', { activityId, factIds })).toMatchObject({ confirmed: 0 })
    expect(await world.get(staff, 'service.confirm', { activityId, factIds })).toMatchObject({ confirmed: 1 })
  })

  test('write themselves on no list, and confirm no deed of their own', async () => {
    const { activityId } = await aRunningService(world)
    const entry = { activityId, memberId: 'm9', occurredAt: world.now(), nonce: newNonce() }
    expect(await world.reason(both, 'service.enter', entry)).toBe('backfill_needs_witness')
    const { deed } = await world.get(both, 'deed.claim', {
      title: '修灯',
      beneficiary: 'community',
      nonce: newNonce(),
    })
    await world.get(both, 'deed.move', { deedId: deed.id, to: 'finished' })
    const confirming = { placeId: 'community1', deedIds: [deed.id] }
    expect(await world.get(both, 'deed.confirm', confirming)).toEqual({ confirmed: 0 })
    expect(await world.get(staff, 'deed.confirm', confirming)).toEqual({ confirmed: 1 })
  })

  test('say of the own visit and deed neither no nor that the no was wrong', async () => {
    const waits = { memberId: 'm9', confirmed: null, occurredAt: world.now() - 3_600_000 }
    const finished = { title: '扫院', beneficiary: 'community', state: 'finished', finishedAt: '1' }
    const own = [
      aFact({
        _id: 'own-visit',
        kind: 'visit',
        hostId: 'village1',
        householdId: 'h1',
        way: 'scan',
        ...waits,
      }),
      aFact({ _id: 'own-deed', kind: 'deed', hostId: 'community1', way: 'self', detail: finished, ...waits }),
    ]
    world.emulator.database.insertMany('facts', own as unknown as Record<string, unknown>[])
    const right = { organisationId: 'village1', role: 'village_contact', memberId: 'm9', from: '2026-09-22' }
    await world.get(county, 'grants.give', { ...right, nonce: newNonce() })
    const say = (by: string, denied: boolean) =>
      world.reason(by, 'household.deny', { villageId: 'village1', factId: 'own-visit', denied })
    expect(await say(both, true)).toBe('request_gone')
    expect(await say(contact, true)).toMatch(/^ok/)
    expect(await say(both, false)).toBe('request_gone')
    const back = { placeId: 'community1', deedId: 'own-deed' }
    expect(await world.reason(both, 'deed.giveBack', back)).toBe('request_gone')
    expect(await world.reason(staff, 'deed.giveBack', back)).toMatch(/^ok/)
  })
})
