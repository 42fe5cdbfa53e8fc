import { readShut } from '@/platform/subscribe'
import { readKept, writeKept } from './cache'
import { now } from './clock'
import { reconcileReminders } from './reconcileReminders'

const mockAttempt = jest.fn()
jest.mock('./outcome', () => ({ attempt: (...sent: unknown[]) => mockAttempt(...sent) as unknown }))
jest.mock('@/platform/subscribe', () => ({ readShut: jest.fn() }))
const shut = jest.mocked(readShut)

const known = { credits: [], templateIds: { meeting: 'tm', month_gap: 'tg' }, byLeader: false }
const keep = () => writeKept('reminder.settings', {}, known, now())

beforeEach(() => {
  jest.clearAllMocks()
  mockAttempt.mockResolvedValue({ ok: true, data: { off: [] } })
  keep()
})

test('what was turned off in WeChat goes up once, and once more when it is on again', async () => {
  shut.mockResolvedValue(['tg'])
  await reconcileReminders()
  await reconcileReminders()
  expect(mockAttempt.mock.calls).toEqual([['reminder.reconcile', { off: ['month_gap'] }]])
  shut.mockResolvedValue([])
  await reconcileReminders()
  expect(mockAttempt).toHaveBeenLastCalledWith('reminder.reconcile', { off: [] })
  expect(readKept<{ off: string[] }>('reminder.settings', {}, now())?.value.off).toEqual([])
})

test('lost on the way it goes up the next time', async () => {
  shut.mockResolvedValue(['tm'])
  mockAttempt.mockResolvedValue({ ok: false, reason: 'offline' })
  await reconcileReminders()
  await reconcileReminders()
  expect(mockAttempt).toHaveBeenCalledTimes(2)
})

test('nothing is asked where nothing differs, or where nobody ever looked at the reminders', async () => {
  shut.mockResolvedValue([])
  await reconcileReminders()
  jest.mocked(shut).mockResolvedValue(['tm'])
  localStorage.clear()
  writeKept('reminder.settings', {}, { ...known, templateIds: {} }, now())
  await reconcileReminders()
  expect(mockAttempt).not.toHaveBeenCalled()
})
