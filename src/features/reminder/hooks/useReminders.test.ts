import { act, renderHook } from '@testing-library/react'
import { askToSubscribe } from '@/platform/subscribe'
import { useReminders } from './useReminders'

const mockAccept = jest.fn().mockResolvedValue({ ok: true, data: { credits: [] } })
jest.mock('@/platform/subscribe', () => ({ askToSubscribe: jest.fn() }))
jest.mock('@/platform/showRefusal', () => ({ showRefusal: jest.fn() }))
jest.mock('@/platform/useCloudQuery', () => ({
  useCloudQuery: () => ({
    data: { credits: [], templateIds: { meeting: 'tm', month_gap: 'tg' }, byLeader: false },
  }),
}))
jest.mock('@/platform/useCloudAction', () => ({ useCloudAction: () => ({ run: mockAccept, busy: false }) }))

const asked = jest.mocked(askToSubscribe)
beforeEach(() => {
  jest.clearAllMocks()
})

test('WeChat is asked within the tap itself, before anything is awaited', async () => {
  asked.mockResolvedValue([])
  const { result } = renderHook(() => useReminders())
  let answer: Promise<number> | undefined
  act(() => {
    answer = result.current.ask(['meeting'])
    expect(asked).toHaveBeenCalledWith([{ id: 'tm', title: '会前提醒' }])
  })
  await act(async () => expect(await answer).toBe(0))
  expect(mockAccept).not.toHaveBeenCalled()
})

test('only what was allowed becomes a credit', async () => {
  asked.mockResolvedValue(['tg'])
  const { result } = renderHook(() => useReminders())
  await act(async () => expect(await result.current.ask(['meeting', 'month_gap'])).toBe(1))
  expect(mockAccept).toHaveBeenCalledWith({ accepted: ['month_gap'], nonce: expect.any(String) as string })
})
