import type { Credits } from '@cloud/lib/store/collections/credits'
import type { StoredReminder } from '@cloud/lib/store/collections/reminders'
import type { deliver as Deliver } from '@cloud/lib/telling/reminder/deliver'
import type { RemindReport } from '@cloud/lib/telling/reminder/run'
import { startOf } from '@cloud/lib/store/startOf'
import type { SubscribeMessage } from '@cloud/lib/wx/sendMessage'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { times } from '../../emulator/testing/longRun'
import { type Contents, CutCloud } from './crash/CutCloud'
import { identities, members, openIdOf, organisations } from './people'
import { templates } from './reminders'
import { randomFrom } from './simulated'

/** T−7 of September, a day before a meeting, with something waiting since Monday. */
const NOW = at('2026-09-24 08:05')
const MINUTE = 60_000

const mockSend = jest.fn<Promise<'sent' | { code: number | 'no_answer' }>, [SubscribeMessage]>()
// A call to WeChat, which a process that is no function may not make.
jest.mock('@cloud/lib/wx/sendMessage', () => ({
  sendMessage: (message: SubscribeMessage) => mockSend(message),
}))

const isOf = (id: string) => ['m1', 'm4', 'm5', 'm6'].includes(id)
const rows: Record<string, object[]> = {
  organisations: organisations.filter(({ _id }) => !['branch2', 'branch3'].includes(_id)),
  members: members.filter(({ _id }) => isOf(_id)),
  identities: identities.filter(({ memberId }) => memberId !== undefined && isOf(memberId)),
  ...startOf(NOW),
  activities: [
    anActivity({
      _id: 'tomorrow',
      state: 'published',
      startsAt: at('2026-09-25 15:00'),
      endsAt: at('2026-09-25 16:00'),
      expected: ['m4', 'm5'].map((memberId) => ({ memberId, standing: 'full' as const })),
    }),
  ],
  facts: [
    aFact({
      _id: 'word',
      memberId: 'm6',
      by: 'm6',
      witnessId: 'branch1',
      confirmed: null,
      recordedAt: at('2026-09-21 10:00'),
    }),
  ],
  credits: ['m1', 'm4', 'm5', 'm6'].map((_id) => ({ _id, meeting: 3, month_gap: 3, waiting: 3, moves: [] })),
}

let cloud: CutCloud
let start: Contents
let remind: (now: number) => Promise<RemindReport>
let deliver: typeof Deliver
/** What WeChat was asked to deliver: to whom, of which template. */
let delivered: string[] = []
/** The process ends while WeChat delivers this one (from 1). */
let diesAt = Infinity

const nameOf = ({ openId, templateId }: SubscribeMessage) => `${openId} ${templateId}`

beforeAll(async () => {
  Object.assign(process.env, templates)
  // A run ends by the clock of this process: it stands still, so that none ends for want of time.
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  // What is cut is logged; here that is every run.
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  cloud = await CutCloud.start(rows)
  start = cloud.keep()
  ;({ remind } = await import('@cloud/lib/telling/reminder/run'))
  ;({ deliver } = await import('@cloud/lib/telling/reminder/deliver'))
})
afterAll(() => cloud.stop())

beforeEach(async () => {
  await begin()
  mockSend.mockImplementation((message) => {
    delivered.push(nameOf(message))
    if (delivered.length === diesAt) cloud.wire.dieAfter(0)
    return Promise.resolve('sent')
  })
})

async function begin(): Promise<void> {
  await cloud.restore(start)
  delivered = []
  diesAt = Infinity
}

const reminders = () => cloud.find<StoredReminder>('reminders')
const statesOf = () => Object.fromEntries(reminders().map(({ _id, state, code }) => [_id, code ?? state]))
const creditsLeft = () =>
  cloud
    .find<Credits>('credits')
    .reduce((sum, { meeting = 0, month_gap: gap = 0, waiting = 0 }) => sum + meeting + gap + waiting, 0)

/** Run until it dies, again at once by whoever comes next, and an hour later. */
async function runThrice(): Promise<void> {
  await remind(NOW).catch(() => undefined)
  diesAt = Infinity
  cloud.forget()
  await remind(NOW + 9 * MINUTE)
  cloud.forget()
  await remind(NOW + 65 * MINUTE)
}

const everyone = [
  ...['m1', 'm4', 'm5', 'm6'].map((id) => `${openIdOf(id)} T-gap`),
  ...['m4', 'm5'].map((id) => `${openIdOf(id)} T-meeting`),
  `${openIdOf('m1')} T-waiting`,
].sort()

/** Nobody got two, nobody is left out: a message, or a claim that ended and is told by a person or stands under 待办. */
function expectWhole(where: unknown, kills = 1): void {
  expect([where, [...new Set(delivered)].sort()]).toEqual([where, [...delivered].sort()])
  expect([where, reminders().filter(({ state }) => state === 'claimed')]).toEqual([where, []])
  expect([where, reminders().length]).toEqual([where, everyone.length])
  const cut = reminders().filter(({ code }) => code === 'interrupted')
  expect([where, cut.length <= 4 * kills]).toEqual([where, true])
  const sent = reminders().filter(({ state }) => state === 'sent')
  expect([where, sent.length + cut.length]).toEqual([where, everyone.length])
  // One credit each, also for what was cut between claim and credit: at most.
  expect([where, creditsLeft() >= 4 * 9 - everyone.length]).toEqual([where, true])
}

let writes = 0
test('undisturbed everyone is told once, and each message takes one credit', async () => {
  await remind(NOW)
  writes = cloud.wire.passed.length
  expect([...delivered].sort()).toEqual(everyone)
  expect(creditsLeft()).toBe(4 * 9 - everyone.length)
  await remind(NOW + 65 * MINUTE)
  expectWhole('undisturbed')
  expect(writes).toBeGreaterThan(20)
})

test.each([{ answerLost: false }, { answerLost: true }])(
  'killed at every write (%j) and run again: at most one message each, every claim ends',
  async (how) => {
    for (let point = 0; point < writes; point += 1) {
      await begin()
      cloud.wire.dieAfter(point, how)
      await runThrice()
      expectWhole(`write ${point}`)
    }
  },
)

test('killed at random points, the run after it too: at most one message each, every claim ends', async () => {
  const random = randomFrom(15)
  const cut = () => cloud.wire.dieAfter(Math.floor(random() * writes), { answerLost: random() < 0.5 })
  for (let n = 0; n < times(5, 50); n += 1) {
    await begin()
    cut()
    await remind(NOW).catch(() => undefined)
    cloud.forget()
    cut()
    await remind(NOW + MINUTE).catch(() => undefined)
    cloud.forget()
    await remind(NOW + 9 * MINUTE)
    cloud.forget()
    await remind(NOW + 65 * MINUTE)
    expectWhole(`random ${n}`, 2)
  }
})

test('killed while WeChat delivers, after each message: it is not sent again, a person tells', async () => {
  for (let point = 1; point <= everyone.length; point += 1) {
    await begin()
    diesAt = point
    await runThrice()
    expectWhole(`message ${point}`)
    expect([point, [...delivered].sort()]).toEqual([point, everyone])
  }
})

test('two runs at once: one message and one credit each, and what was sent stands as sent, for nobody to tell again', async () => {
  const runs = await Promise.all([remind(NOW), remind(NOW)])
  expect([...delivered].sort()).toEqual(everyone)
  expect(reminders().filter(({ state }) => state !== 'sent')).toEqual([])
  expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(everyone.length)
  expect(runs.map(({ leader, failed }) => leader + failed)).toEqual([0, 0])
  expectWhole('two runs')
})

test('what another run has claimed is not sent, though it has spent nothing yet, nor when it never comes to its message', async () => {
  const _id = 'gap_m4_2026-09_1'
  const about = { kind: 'month_gap' as const, periodKey: '2026-09', overdue: false, items: [] }
  const reminder = { _id, memberId: 'm4', branchId: 'branch1', ...about, at: NOW }
  const openId = openIdOf('m4')
  cloud.insert('reminders', { ...reminder, state: 'claimed' })
  const message = { openId, templateId: 'T-gap', page: 'pages/home/index', data: {} }
  expect(await deliver(reminder, message)).toBe('taken')
  expect(delivered).toEqual([])
  expect(creditsLeft()).toBe(4 * 9)
  expect(reminders()).toMatchObject([{ _id, state: 'claimed' }])
  // The other one is surely dead: a person tells, and no run sends it.
  await remind(NOW + 11 * MINUTE)
  expect(delivered).not.toContain(`${openId} T-gap`)
  expect(statesOf()[_id]).toBe('interrupted')
})

test.each([
  [43101, 'leader', 43101],
  [47003, 'failed', 47003],
  [-1, 'failed', -1],
  ['no_answer', 'failed', 'no_answer'],
] as const)(
  'what WeChat answers with %s ends as %s, for this person and template alone, and is not tried again',
  async (code, state, kept) => {
    for (const unlucky of everyone) {
      await begin()
      mockSend.mockImplementation((message) => {
        delivered.push(nameOf(message))
        return Promise.resolve(nameOf(message) === unlucky ? { code } : 'sent')
      })
      await remind(NOW)
      await remind(NOW + 65 * MINUTE)
      expect([...delivered].sort()).toEqual(everyone)
      expect(reminders().filter((one) => one.state !== 'sent')).toMatchObject([{ state, code: kept }])
      expect(Object.values(statesOf()).filter((one) => one === kept)).toHaveLength(1)
    }
  },
)
