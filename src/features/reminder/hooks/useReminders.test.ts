import { act, renderHook } from '@testing-library/react'
import { creditQueue } from '@/cloud/creditQueue'
import { reconcileReminders } from '@/cloud/reconcileReminders'
import { showWords } from '@/platform/showWords'
import { askToSubscribe } from '@/platform/subscribe'
import { unsubscribedWords } from '@/words/unsubscribedWords'
import { useReminders } from './useReminders'

const mockAttempt = jest.fn()
jest.mock('@/cloud/outcome', () => ({ attempt: (...sent: unknown[]) => mockAttempt(...sent) as unknown }))
jest.mock('@/platform/subscribe', () => ({ askToSubscribe: jest.fn() }))
jest.mock('@/cloud/reconcileReminders', () => ({ reconcileReminders: jest.fn() }))
jest.mock('@/platform/showWords', () => ({ showWords: jest.fn() }))
jest.mock('@/words/showRefusal', () => ({ showRefusal: jest.fn() }))
jest.mock('@/cloud/useCloudQuery', () => ({
  useCloudQuery: () => ({
    data: { credits: [], templateIds: { meeting: 'tm', month_gap: 'tg' }, byLeader: false },
    refetch: () => Promise.resolve(),
  }),
}))
jest.mock('@/cloud/useCloudAction', () => ({ useCloudAction: () => ({ run: jest.fn(), busy: false }) }))

const asked = jest.mocked(askToSubscribe)
beforeEach(() => {
  jest.clearAllMocks()
  mockAttempt.mockResolvedValue({ ok: true, data: { credits: [] } })
})

test('WeChat is asked within the tap itself, before anything is awaited', async () => {
  asked.mockResolvedValue({ accepted: [], because: 'refused' })
  const { result } = renderHook(() => useReminders())
  let answer: Promise<number> | undefined
  act(() => {
    answer = result.current.ask(['meeting'])
    expect(asked).toHaveBeenCalledWith([{ id: 'tm', title: '会前提醒' }])
  })
  await act(async () => expect(await answer).toBe(0))
  expect(mockAttempt).not.toHaveBeenCalled()
})

test.each(['refused', 'switch_off', 'unavailable'] as const)(
  'without a yes (%s) it is said why and how one is told all the same, and nothing is sent',
  async (because) => {
    asked.mockResolvedValue({ accepted: [], because })
    const { result } = renderHook(() => useReminders())
    await act(async () => expect(await result.current.ask(['meeting'])).toBe(0))
    expect(showWords).toHaveBeenCalledWith(unsubscribedWords[because])
    expect(mockAttempt).not.toHaveBeenCalled()
    // The dialogue leads to WeChat's settings: what was changed there goes up.
    expect(reconcileReminders).toHaveBeenCalled()
  },
)

test('only what was allowed becomes a credit', async () => {
  asked.mockResolvedValue({ accepted: ['tg'] })
  const { result } = renderHook(() => useReminders())
  await act(async () => expect(await result.current.ask(['meeting', 'month_gap'])).toBe(1))
  expect(mockAttempt).toHaveBeenCalledWith('reminder.accept', {
    accepted: ['month_gap'],
    nonce: expect.any(String) as string,
  })
})

test('a yes that does not reach the cloud is kept and sent under the same name until it does', async () => {
  asked.mockResolvedValue({ accepted: ['tm'] })
  mockAttempt.mockResolvedValue({ ok: false, reason: 'offline' })
  const { result } = renderHook(() => useReminders())
  await act(async () => expect(await result.current.ask(['meeting'])).toBe(1))
  expect(creditQueue().state().waiting).toHaveLength(1)
  mockAttempt.mockResolvedValue({ ok: true, data: { credits: [] } })
  await creditQueue().flush()
  const [first, again] = (mockAttempt.mock.calls as [string, { nonce: string }][]).map(
    ([, { nonce }]) => nonce,
  )
  expect(again).toBe(first)
  expect(creditQueue().state().waiting).toEqual([])
})
