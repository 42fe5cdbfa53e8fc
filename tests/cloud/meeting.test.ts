import { mintMemberCode } from '@domain/checkin/code'
import { members, MOMENT, openIdOf } from './people'
import { aForm, checkIn, newNonce, officer, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const memberCode = (memberId: string) => {
  const { alias = '', codeKey = '' } = members.find(({ _id }) => _id === memberId) ?? {}
  return mintMemberCode({ alias, codeKey, now: world.now() })
}

describe('a meeting from its plan to its record', () => {
  let activityId = ''
  let code: () => string

  test('the plan page offers what is missing; saving twice with one nonce plans one meeting, and publishing makes its key', async () => {
    const plan = await world.get(secretary, 'activity.prepare', { branchId: 'branch1' })
    expect(plan.hosts.map(({ id }) => id)).toEqual(['branch1', 'group1', 'group2', 'group3'])
    expect(plan.people).toHaveLength(12)
    expect(plan.gaps).toContain('theme_party_day')
    const suggestion = plan.suggestions.find(({ kind }) => kind === 'theme_party_day')
    expect(suggestion).toMatchObject({ title: '9月主题党日', hostId: 'branch1' })
    expect(suggestion?.expectedIds).toBeUndefined()
    expect(plan.hosts[0]?.memberIds).toHaveLength(12)
    const meetingOfCommittee = plan.suggestions.find(({ kind }) => kind === 'committee_meeting')
    expect(meetingOfCommittee?.expectedIds).toEqual(['m1', 'm2', 'm3'])

    const draft = { nonce: newNonce(), form: aForm(), publish: false }
    const saved = await world.get(secretary, 'activity.save', draft)
    expect(saved.state).toBe('draft')
    const { meetings } = await world.get(secretary, 'identity.work')
    expect(meetings).toContainEqual(expect.objectContaining({ id: saved.activityId, state: 'draft' }))
    expect(await world.get(secretary, 'activity.save', draft)).toEqual(saved)
    expect(world.emulator.database.count('activities')).toBe(1)
    expect(world.emulator.database.find('activities')[0]?.codeKey).toBeUndefined()

    activityId = saved.activityId
    const publish = { activityId, nonce: newNonce(), form: aForm(), publish: true }
    expect(await world.get(secretary, 'activity.save', publish)).toEqual({ activityId, state: 'published' })
    expect(world.emulator.database.find('activities')[0]?.codeKey).toMatch(/^[0-9a-f]{64}$/)
  })

  test('before it is opened a right code is too early; opening makes it work', async () => {
    const { mintActivityCode } = await import('@domain/checkin/code')
    const { codeKey = '' } = await world.get(secretary, 'activity.board', { activityId })
    code = () => mintActivityCode({ activityId, codeKey, now: world.now() })
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: code() })).toBe('too_early')
    expect(await world.get(officer, 'activity.setState', { activityId, to: 'open' })).toEqual({
      activityId,
      state: 'open',
    })
    // Two phones press at once: the second is answered alike.
    expect(await world.get(secretary, 'activity.setState', { activityId, to: 'open' })).toEqual({
      activityId,
      state: 'open',
    })
  })

  test('a member scans: registered with what it counts towards, then already registered with the first time', async () => {
    // Registered as of the look at the code.
    const at = world.now()
    const opened = await world.get(openIdOf('m4'), 'checkin.open', { code: code() })
    expect(opened).toMatchObject({
      you: 'bound',
      activity: { title: '9月主题党日', place: '局三楼会议室', chairName: '李同志' },
    })
    const answer = await world.get(openIdOf('m4'), 'checkin.register', {
      ticket: opened.ticket,
      nonce: newNonce(),
    })
    expect(answer).toMatchObject({ name: '孙同志', guest: false, way: 'scan' })
    expect(answer.at).toBeGreaterThanOrEqual(at)
    expect(answer.at).toBeLessThanOrEqual(world.now())
    expect(answer.counts.map(({ label }) => label)).toEqual(['主题党日', '集中学习'])
    expect(answer.counts[1]).toMatchObject({ dutyId: 'member_study', text: '9月第 1 次，已满足', met: true })

    const again = await world.call(openIdOf('m4'), 'checkin.open', { code: code() })
    expect(again).toMatchObject({
      ok: false,
      reason: 'already_registered',
      detail: { firstAt: answer.at, way: 'scan' },
    })
  })

  test('a resend with the same nonce gets the same answer and makes one record; another nonce is told of the first', async () => {
    const { ticket } = await world.get(openIdOf('m5'), 'checkin.open', { code: code() })
    const nonce = newNonce()
    const first = await world.get(openIdOf('m5'), 'checkin.register', { ticket, nonce })
    expect(await world.get(openIdOf('m5'), 'checkin.register', { ticket, nonce })).toEqual(first)
    expect(await world.reason(openIdOf('m5'), 'checkin.register', { ticket, nonce: newNonce() })).toBe(
      'already_registered',
    )
    expect(world.emulator.database.count('facts', { memberId: 'm5' })).toBe(1)
  })

  test('someone of another branch becomes a guest, counted apart and named with the branch', async () => {
    expect(await checkIn(world, 'n2', code())).toMatchObject({ ok: true, data: { guest: true } })
    const board = await world.get(secretary, 'activity.board', { activityId })
    expect(board.totals).toEqual({ expected: 12, registered: 2, onLeave: 0, unregistered: 10, guests: 1 })
    expect(board.arrivals[0]).toMatchObject({ memberId: 'n2', guest: true, branchName: '县财政局第一党支部' })
    expect(board.expected[0]).toMatchObject({ memberId: 'm1', alias: 'alias-m1' })
    expect(JSON.stringify(board)).not.toContain(members[3]?.codeKey)
  })

  test('striking out takes someone from the count and keeps the line; a scan does not bring it back, restoring does', async () => {
    const strike = { activityId, memberId: 'm4', reason: '不在现场' }
    await world.get(secretary, 'checkin.strike', strike)
    await world.get(secretary, 'checkin.strike', strike)
    const board = await world.get(secretary, 'activity.board', { activityId })
    expect(board.totals).toMatchObject({ registered: 1, unregistered: 11 })
    expect(board.arrivals.find(({ memberId }) => memberId === 'm4')?.struck).toMatchObject({
      by: '李同志',
      reason: '不在现场',
    })
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: code() })).toBe('struck_out')
    const tick = { activityId, memberId: 'm4', way: 'roll_call', occurredAt: world.now(), nonce: newNonce() }
    expect(await world.reason(secretary, 'checkin.tick', tick)).toBe('struck_out')

    await world.get(secretary, 'checkin.restore', { activityId, memberId: 'm4', reason: '认错人' })
    expect((await world.get(secretary, 'activity.board', { activityId })).totals.registered).toBe(2)
    const audited = world.emulator.database
      .find('audit', { activityId })
      .map(({ what, to, by, why }) => [what, to, by, why])
    expect(audited.filter(([what]) => what === 'strike' || what === 'restore')).toEqual([
      ['strike', { struck: true }, 'm1', undefined],
      ['restore', { struck: false }, 'm1', undefined],
    ])
  })

  test('the roll is ticked and a member code scanned; nobody enters oneself alone', async () => {
    const at = world.now()
    const tick = { activityId, memberId: 'm7', way: 'roll_call', occurredAt: at, nonce: newNonce() }
    expect(await world.get(secretary, 'checkin.tick', tick)).toEqual({ memberId: 'm7', at, way: 'roll_call' })
    expect(await world.get(secretary, 'checkin.tick', tick)).toEqual({ memberId: 'm7', at, way: 'roll_call' })
    const self = { ...tick, memberId: 'm1', nonce: newNonce() }
    expect(await world.reason(secretary, 'checkin.tick', self)).toBe('backfill_needs_witness')

    const scan = { activityId, code: memberCode('m8'), occurredAt: at, nonce: newNonce() }
    expect(await world.get(secretary, 'checkin.scanMember', scan)).toMatchObject({
      memberId: 'm8',
      guest: false,
      way: 'member_code',
    })
    const forged = {
      ...scan,
      code: memberCode('m8').replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
      nonce: newNonce(),
    }
    expect(await world.reason(secretary, 'checkin.scanMember', forged)).toBe('member_code_invalid')
    expect(await world.reason(secretary, 'checkin.scanMember', { ...scan, code: code() })).toBe(
      'member_code_invalid',
    )
  })

  test('a leave is asked for, taken back and asked for again; the registered one cannot ask', async () => {
    const leave = (on: boolean) => ({ activityId, leave: on, reason: 'public_duty', nonce: newNonce() })
    expect(await world.get(openIdOf('m9'), 'activity.leave', leave(true))).toEqual({
      activityId,
      onLeave: true,
    })
    expect((await world.get(secretary, 'activity.board', { activityId })).totals).toMatchObject({
      onLeave: 1,
      unregistered: 7,
    })
    await world.get(openIdOf('m9'), 'activity.leave', leave(false))
    expect((await world.get(secretary, 'activity.board', { activityId })).totals.onLeave).toBe(0)
    await world.get(openIdOf('m9'), 'activity.leave', leave(true))
    expect((await world.get(secretary, 'activity.board', { activityId })).totals.onLeave).toBe(1)
    expect(await world.reason(openIdOf('m7'), 'activity.leave', leave(true))).toBe('already_registered')
    expect(await world.reason(openIdOf('n2'), 'activity.leave', leave(true))).toBe('forbidden')
  })

  test('what the meeting gave shows on the member’s home and the branch’s page', async () => {
    const home = await world.get(openIdOf('m4'), 'progress.home')
    expect(home.month.duties.find(({ dutyId }) => dutyId === 'member_study')).toMatchObject({
      state: 'done',
      done: 1,
    })
    const branch = await world.get(secretary, 'progress.branch', { branchId: 'branch1' })
    const row = branch.rows.find(({ memberId }) => memberId === 'm4')
    expect(row).toMatchObject({ lastOn: '2026-09-22' })
    expect(row?.cells.find(({ dutyId }) => dutyId === 'member_study')?.state).toBe('done')
  })

  test('closed: no scan any more; a back-fill waits for its second person and counts only then', async () => {
    await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
    expect(await world.reason(openIdOf('m10'), 'checkin.open', { code: code() })).toBe('ended')
    const backfill = { activityId, memberId: 'm10', reason: '忘记扫码', witnessId: 'm2', nonce: newNonce() }
    expect(await world.reason(secretary, 'checkin.backfill', { ...backfill, witnessId: 'm1' })).toBe(
      'witness_is_self',
    )
    expect(await world.reason(secretary, 'checkin.backfill', { ...backfill, witnessId: 'm10' })).toBe(
      'witness_is_self',
    )
    // Of the committee, but not of those who run the branch.
    for (const witnessId of ['m3', 'm5'])
      expect(await world.reason(secretary, 'checkin.backfill', { ...backfill, witnessId })).toBe(
        'invalid_request',
      )
    expect(await world.get(secretary, 'checkin.backfill', backfill)).toEqual({
      memberId: 'm10',
      waitsFor: '陈同志',
    })
    const waiting = await world.get(secretary, 'activity.board', { activityId })
    expect(waiting.arrivals.find(({ memberId }) => memberId === 'm10')?.waitsFor).toBe('陈同志')
    expect(waiting.totals.registered).toBe(4)

    const factId = `${activityId}_m10`
    const asked = await world.get(officer, 'identity.work')
    expect(asked.witness).toMatchObject([
      { factId, name: '刘同志', title: '9月主题党日', reason: '忘记扫码', by: '李同志' },
    ])
    expect(await world.reason(openIdOf('m3'), 'checkin.witness', { factId, agree: true })).toBe('forbidden')
    await world.get(officer, 'checkin.witness', { factId, agree: true })
    expect(await world.reason(officer, 'checkin.witness', { factId, agree: false })).toBe('request_gone')
    expect((await world.get(secretary, 'activity.board', { activityId })).totals.registered).toBe(5)
  })

  test('the record is confirmed only when everyone is settled, and the key is gone then', async () => {
    expect(await world.call(secretary, 'activity.confirmRecord', { activityId })).toMatchObject({
      reason: 'unsettled_members',
      detail: { count: 6 },
    })
    const settle = (memberId: string, reason: string | null) => ({ activityId, memberId, reason })
    expect(await world.reason(secretary, 'activity.settle', settle('m4', 'other'))).toBe('already_registered')
    expect(await world.get(secretary, 'activity.settle', settle('m6', 'health'))).toEqual({
      activityId,
      unsettled: 5,
    })
    expect(await world.get(secretary, 'activity.settle', settle('m6', null))).toEqual({
      activityId,
      unsettled: 6,
    })
    for (const memberId of ['m1', 'm2', 'm3', 'm6', 'm11', 'm12']) {
      await world.get(secretary, 'activity.settle', settle(memberId, 'public_duty'))
    }
    const record = await world.get(secretary, 'activity.record', { activityId })
    expect(record).toMatchObject({
      expected: { total: 12, full: 11, probationary: 1 },
      attended: { total: 5, full: 5, probationary: 0, backfilled: 1, guests: 1 },
      unsettled: [],
      chair: '李同志',
      recorder: '王同志',
    })
    expect(record.absent).toHaveLength(7)
    // Closed by hand before its planned end: one tap is no word that it is over.
    expect(await world.call(secretary, 'activity.confirmRecord', { activityId })).toMatchObject({
      reason: 'not_over_yet',
      detail: { at: MOMENT + 100 * 60_000 },
    })
    expect(await world.get(secretary, 'activity.confirmRecord', { activityId, beforeEnd: true })).toEqual({
      activityId,
      state: 'recorded',
    })
    const stored = world.emulator.database.find('activities', { _id: activityId })[0]
    expect(stored).toMatchObject({ state: 'recorded' })
    expect(stored).not.toHaveProperty('codeKey')
    expect(
      await world.reason(secretary, 'checkin.strike', { activityId, memberId: 'm4', reason: '晚了' }),
    ).toBe('wrong_state')
    expect(await world.reason(secretary, 'activity.setState', { activityId, to: 'open' })).toBe('wrong_state')
    expect(
      await world.reason(secretary, 'activity.save', {
        activityId,
        nonce: newNonce(),
        form: aForm(),
        publish: true,
      }),
    ).toBe('wrong_state')
  })

  test('into the confirmed record somebody is entered later: marked, and the number moves once a second person has said yes', async () => {
    const record = () => world.get(secretary, 'activity.record', { activityId })
    const studied = async () =>
      (await world.get(openIdOf('m6'), 'progress.home')).month.duties.find(
        ({ dutyId }) => dutyId === 'member_study',
      )?.done
    const before = await record()
    const entry = { activityId, memberId: 'm6', reason: '漏登', witnessId: 'm2', nonce: newNonce() }
    expect(await world.reason(secretary, 'checkin.backfill', entry)).toMatch(/^ok/)
    expect((await record()).attended).toEqual(before.attended)
    expect(await studied()).toBe(0)
    await world.get(officer, 'checkin.witness', { factId: `${activityId}_m6`, agree: true })
    const after = await record()
    expect(after.attended).toMatchObject({
      total: before.attended.total + 1,
      backfilled: before.attended.backfilled + 1,
    })
    expect(after.absent.map(({ memberId }) => memberId)).not.toContain('m6')
    expect(after.state).toBe('recorded')
    expect(await studied()).toBe(1)
  })
})
