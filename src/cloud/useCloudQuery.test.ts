import { act, renderHook } from '@testing-library/react'
import { useCloudQuery } from './useCloudQuery'

const mockQuery = jest.fn()
const mockHooks: Record<'show' | 'hide', () => void> = { show: () => undefined, hide: () => undefined }
jest.mock('./outcome', () => ({ ask: jest.fn() }))
jest.mock('@tanstack/react-query', () => ({
  ...jest.requireActual<object>('@tanstack/react-query'),
  useQuery: (options: unknown) => mockQuery(options) as unknown,
}))
jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@tarojs/taro'),
  useDidShow: (work: () => void) => (mockHooks.show = work),
  useDidHide: (work: () => void) => (mockHooks.hide = work),
}))

test('a page in the background asks nothing, and asks again when it is back', () => {
  const refetch = jest.fn()
  mockQuery.mockReturnValue({ dataUpdatedAt: 0, isStale: true, isFetching: false, refetch })
  renderHook(() => useCloudQuery('activity.board', { activityId: 'a' }, { pollMs: 3000 }))
  const pace = () => (mockQuery.mock.lastCall as [{ refetchInterval: number | false }])[0].refetchInterval
  expect(pace()).toBe(3000)
  act(() => mockHooks.hide())
  expect(pace()).toBe(false)
  expect(refetch).not.toHaveBeenCalled()
  act(() => mockHooks.show())
  expect(pace()).toBe(3000)
  expect(refetch).toHaveBeenCalledTimes(1)
})
