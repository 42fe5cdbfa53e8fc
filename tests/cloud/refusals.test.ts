import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { mintActivityCode } from '@domain/checkin/code'
import { type Action, actions } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { MOMENT, openIdOf } from './people'
import { checkIn, newNonce, openMeeting, secretary, World } from './world'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

/** How many documents came into being while `work` ran. */
async function written(work: () => Promise<unknown>): Promise<number> {
  const before = world.documents()
  await work()
  return world.documents() - before
}

const member = openIdOf('m4')

describe('requests that are not what the contract says', () => {
  const bad: [string, unknown, object][] = [
    [
      'an unknown action',
      { action: 'checkin.delete', contractVersion, data: {} },
      { reason: 'unknown_action' },
    ],
    [
      'a name from the prototype',
      { action: 'toString', contractVersion, data: {} },
      { reason: 'unknown_action' },
    ],
    [
      'an older client',
      { action: 'progress.home', contractVersion: contractVersion - 1, data: {} },
      { reason: 'client_outdated' },
    ],
    [
      'an older client with an action of before',
      { action: 'old.one', contractVersion: 0 },
      { reason: 'client_outdated' },
    ],
    [
      'no version',
      { action: 'progress.home', data: {} },
      { reason: 'invalid_request', detail: { path: 'contractVersion' } },
    ],
    ['no action', { contractVersion, data: {} }, { reason: 'invalid_request', detail: { path: 'action' } }],
    [
      'a missing field',
      { action: 'checkin.open', contractVersion, data: {} },
      { reason: 'invalid_request', detail: { path: 'code' } },
    ],
    [
      'a wrong type',
      { action: 'checkin.open', contractVersion, data: { code: 7 } },
      { reason: 'invalid_request', detail: { path: 'code' } },
    ],
    [
      'a field too many',
      { action: 'checkin.open', contractVersion, data: { code: 'x', memberId: 'm1' } },
      { reason: 'invalid_request', detail: { path: 'memberId' } },
    ],
    [
      'a command instead of an id',
      { action: 'activity.board', contractVersion, data: { activityId: { $ne: null } } },
      { reason: 'invalid_request', detail: { path: 'activityId' } },
    ],
    [
      'a wrong type deep inside',
      {
        action: 'activity.save',
        contractVersion,
        data: { nonce: 'nonce-000', publish: true, form: { agenda: [{ text: 'x', minutes: '3' }] } },
      },
      { reason: 'invalid_request' },
    ],
    [
      '90 KB where a code should be',
      { action: 'checkin.open', contractVersion, data: { code: 'x'.repeat(90_000) } },
      { reason: 'invalid_request', detail: { path: 'code' } },
    ],
    ['nothing at all', undefined, { reason: 'invalid_request' }],
    ['a list', [1, 2, 3], { reason: 'invalid_request' }],
  ]
  test.each(bad)(
    '%s gets its reason, writes nothing and costs no database call',
    async (_name, data, expected) => {
      const wrote = await written(async () => {
        const { result, text } = await world.post(member, data)
        expect(result).toMatchObject({ ok: false, ...expected })
        expect(text.length).toBeLessThan(400)
      })
      expect(wrote).toBe(0)
      expect(world.lastInvocation().calls).toEqual([])
    },
  )

  test('a string of 1 MB is refused before it reaches anything', async () => {
    const wrote = await written(async () => {
      const data = { action: 'checkin.open', contractVersion, data: { code: 'x'.repeat(1_000_000) } }
      const { result, errCode, text } = await world.post(member, data)
      expect(result).toBeUndefined()
      expect(errCode).toBeLessThan(0)
      expect(text).not.toMatch(/\bat .*:\d+:\d+/)
    })
    expect(wrote).toBe(0)
    expect(await world.reason(member, 'checkin.open', { code: 'x' })).toBe('code_foreign')
  })
})

describe('codes', () => {
  /** Start of a slot some minutes after the moment: boundaries are counted from it. */
  const slot = Math.ceil((MOMENT + 120_000) / 15_000) * 15_000
  const at = (ms: number) => world.emulator.clock.set(ms)
  afterEach(() => at(MOMENT))

  test('a code works until 30 s after its slot of 15 s and is expired from then on; the refusal leaves one trace', async () => {
    at(slot)
    const { code, activityId } = await openMeeting(world)
    const text = code(slot)
    // A call takes a moment: the clock goes on while it runs.
    at(slot + 45_000 - 3_000)
    expect(await world.reason(member, 'checkin.open', { code: text })).toMatch(/^ok/)
    at(slot + 45_000)
    const wrote = await written(async () => {
      const answer = await world.call(member, 'checkin.open', { code: text })
      expect(answer).toMatchObject({ reason: 'code_expired', detail: { title: '9月主题党日', activityId } })
    })
    expect(wrote).toBe(1)
    expect(world.emulator.database.find('attempts', { activityId })).toMatchObject([
      { openId: member, kind: 'code', reason: 'code_expired', day: '2026-09-22' },
    ])
  })

  test('a forged code leaves one trace and is told nothing of the meeting', async () => {
    const { activityId } = await openMeeting(world)
    const forged = mintActivityCode({
      activityId,
      codeKey: randomBytes(32).toString('hex'),
      now: world.now(),
    })
    const wrote = await written(async () => {
      const answer = await world.call(member, 'checkin.open', { code: forged })
      expect(answer).toMatchObject({ ok: false, reason: 'code_forged' })
      expect(JSON.stringify(answer)).not.toContain('主题党日')
    })
    expect(wrote).toBe(1)
  })

  test('from the twenty-first refused code of a day on nothing more is written; the next day it is again', async () => {
    const { activityId } = await openMeeting(world)
    const forged = () => mintActivityCode({ activityId, codeKey: 'ab'.repeat(32), now: world.now() })
    const reasons = new Set<string>()
    for (let i = 0; i < 24; i += 1)
      reasons.add(await world.reason('stranger-many', 'checkin.open', { code: forged() }))
    expect([...reasons]).toEqual(['code_forged', 'too_many_attempts'])
    expect(world.emulator.database.count('attempts', { openId: 'stranger-many' })).toBe(20)
    at(MOMENT + 86_400_000)
    await world.call('stranger-many', 'checkin.open', { code: forged() })
    expect(world.emulator.database.count('attempts', { openId: 'stranger-many' })).toBe(21)
  })

  test.each([
    ['a payment code', 'https://example.com/pay?id=1'],
    [
      'a meeting nobody knows',
      mintActivityCode({ activityId: 'nowhere', codeKey: 'ab'.repeat(32), now: MOMENT }),
    ],
    ['a member’s code', 'M1.alias-m1.abc.def'],
  ])('%s is foreign and writes nothing', async (_name, code) => {
    expect(
      await written(async () =>
        expect(await world.reason(member, 'checkin.open', { code })).toBe('code_foreign'),
      ),
    ).toBe(0)
  })

  test('a stranger gets a ticket but no registration; so does someone whose request waits', async () => {
    const { code } = await openMeeting(world)
    const opened = await world.get('stranger-1', 'checkin.open', { code: code() })
    expect(opened.you).toBe('stranger')
    const register = { ticket: opened.ticket, nonce: newNonce() }
    expect(
      await written(async () =>
        expect(await world.reason('stranger-1', 'checkin.register', register)).toBe('unbound'),
      ),
    ).toBe(0)
  })

  test('a ticket is good for its own identity only, for ten minutes, and not when changed', async () => {
    at(slot)
    const { code } = await openMeeting(world)
    const { ticket } = await world.get(member, 'checkin.open', { code: code() })
    const register = (text: string) => ({ ticket: text, nonce: newNonce() })
    expect(await world.reason(openIdOf('m5'), 'checkin.register', register(ticket))).toBe('ticket_expired')
    const last = ticket.endsWith('A') ? 'B' : 'A'
    expect(await world.reason(member, 'checkin.register', register(ticket.slice(0, -1) + last))).toBe(
      'ticket_expired',
    )
    expect(await world.reason(member, 'checkin.register', register('nonsense'))).toBe('ticket_expired')
    at(slot + 11 * 60_000)
    expect(await world.reason(member, 'checkin.register', register(ticket))).toBe('ticket_expired')
    at(slot + 9 * 60_000)
    expect(await world.reason(member, 'checkin.register', register(ticket))).toMatch(/^ok/)
  })
})

test('no answer holds a stack trace, another’s OPENID, a key or digits of a phone that are not the reader’s', async () => {
  const { code, activityId } = await openMeeting(world)
  await checkIn(world, 'm5', code())
  await world.get('stranger-2', 'identity.request', {
    branchId: 'branch1',
    name: '郭同志',
    phoneTail: '1011',
  })
  const year = { year: 2026 }
  const asked: [string, Action, unknown][] = [
    ...(['identity.me', 'identity.work', 'activity.list', 'progress.home', 'reminder.inbox'] as const).map(
      (action): [string, Action, unknown] => [member, action, {}],
    ),
    [member, 'progress.records', year],
    [openIdOf('m5'), 'progress.why', { dutyId: 'member_study', periodKey: '2026-09', subjectId: 'm5' }],
    [member, 'activity.board', { activityId }],
    [secretary, 'identity.work', {}],
    [secretary, 'progress.branch', { branchId: 'branch1' }],
    [secretary, 'activity.record', { activityId }],
    [secretary, 'activity.prepare', { branchId: 'branch1' }],
    [secretary, 'activity.list', {}],
    [secretary, 'reminder.inbox', {}],
  ]
  const key = String(world.emulator.database.find('activities', { _id: activityId })[0]?.codeKey)
  for (const [who, action, data] of asked) {
    const { text } = await world.post(who, { action, contractVersion, data })
    expect(text).not.toMatch(/openid-|stranger-/)
    expect(text).not.toMatch(/\bat .*:\d+:\d+/)
    expect(text).not.toContain(key)
    expect(text).not.toContain('phoneTail')
    // Parsing drops what the contract does not name: nothing may be dropped.
    const { data: said } = (JSON.parse(text) as { result: { data?: unknown } }).result
    if (said) expect(v.parse(actions[action].response, said)).toEqual(said)
    if (action !== 'identity.me') expect(text).not.toContain('codeKey')
  }
  const { text } = await world.post(secretary, {
    action: 'activity.board',
    contractVersion,
    data: { activityId },
  })
  expect(text).not.toMatch(/openid-|stranger-|phoneTail/)
  expect(text).toContain(key)
})

test('a fault inside is answered with try_again and without its cause', async () => {
  world.emulator.database.insertMany('members', [{ _id: 'broken', alias: 'broken' }])
  world.emulator.database.insertMany('identities', [
    { _id: 'openid-broken', state: 'bound', memberId: 'broken', grants: [] },
  ])
  const { text, result } = await world.post('openid-broken', {
    action: 'progress.home',
    contractVersion,
    data: {},
  })
  expect(result).toEqual({
    ...{ ok: false, at: expect.any(Number) as number, reason: 'try_again' },
    // Leads whoever reads the log to the line of it.
    detail: { number: expect.stringMatching(/^\d{6}$/) as string },
  })
  expect(text).not.toMatch(/TypeError|undefined|\.ts|\.js/)
  expect(world.lastInvocation().lines.join('\n')).toMatch(/TypeError/)
})
