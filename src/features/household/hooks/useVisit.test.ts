import { act, renderHook } from '@testing-library/react'
import { useVisit } from './useVisit'

const mockRun = jest.fn()
const mockAdd = jest.fn()
jest.mock('@/cloud/useCloudAction', () => ({ useCloudAction: () => ({ run: mockRun, busy: false }) }))
jest.mock('@/cloud/visitQueue', () => ({
  visitQueue: () => ({ add: mockAdd, state: () => ({ kept: false }) }),
}))
jest.mock('@/words/showRefusal', () => ({ showRefusal: jest.fn() }))
jest.mock('@/platform/haptic', () => ({ buzz: jest.fn() }))

beforeEach(() => {
  jest.clearAllMocks()
})

test('a visit is registered with its purposes', async () => {
  const visit = {
    at: 1,
    again: false,
    household: { id: 'h', number: '07 号', village: '柳林村' },
    done: 1,
    needed: 2,
  }
  mockRun.mockResolvedValue({ ok: true, data: visit })
  const { result } = renderHook(() => useVisit('H1.x'))
  await act(() => result.current.register(['heart']))
  expect(result.current.step).toEqual({ type: 'registered', visit, purposes: ['heart'] })
  expect(mockAdd).not.toHaveBeenCalled()
})

test.each(['offline', 'slow', 'unavailable'])(
  'without an answer (%s) it is kept with the very nonce and hour that were sent: perhaps it did arrive',
  async (reason) => {
    mockRun.mockResolvedValue({ ok: false, reason })
    const { result } = renderHook(() => useVisit('H1.x'))
    await act(() => result.current.register(['heart']))
    const [[sent]] = mockRun.mock.calls as [[unknown]]
    expect(mockAdd).toHaveBeenCalledWith({ action: 'household.visit', data: sent })
    expect(result.current.step).toMatchObject({ type: 'kept', onPhone: false })
  },
)

test('while a visit waits on the phone, the same one again on that day is no other, the next day’s is', async () => {
  mockRun.mockResolvedValue({ ok: false, reason: 'offline' })
  const { result } = renderHook(() => useVisit('H1.waits'))
  const at = (time: string) => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(time))
    return act(() => result.current.register(['heart']))
  }
  await at('2026-09-22T09:00:00+08:00')
  await at('2026-09-22T19:00:00+08:00')
  await at('2026-09-23T09:00:00+08:00')
  jest.restoreAllMocks()
  const kept = (mockAdd.mock.calls as [{ data: { nonce: string } }][]).map(([{ data }]) => data.nonce)
  expect(kept[1]).toBe(kept[0])
  expect(kept[2]).not.toBe(kept[0])
})

test('a household that is no longer one’s own turns the page neutral', async () => {
  mockRun.mockResolvedValue({ ok: false, reason: 'not_own_household' })
  const { result } = renderHook(() => useVisit('H1.x'))
  await act(() => result.current.register(['heart']))
  expect(result.current.step).toEqual({ type: 'not_own' })
})

test('a refusal that may pass leaves the form as it is, and the next tap carries the same nonce unless the purposes were changed', async () => {
  mockRun.mockResolvedValue({ ok: false, reason: 'try_again' })
  const { result } = renderHook(() => useVisit('H1.x'))
  await act(() => result.current.register(['heart']))
  await act(() => result.current.register(['heart']))
  await act(() => result.current.register(['heart', 'plan']))
  const [first, again, changed] = (mockRun.mock.calls as [{ nonce: string }][]).map(([{ nonce }]) => nonce)
  expect(again).toBe(first)
  expect(changed).not.toBe(first)
  expect(result.current.step).toEqual({ type: 'form' })
})
