import { act, renderHook, waitFor } from '@testing-library/react'
import { useInParts } from './useInParts'

const mockAsk = jest.fn()
const mockQuery = jest.fn()
jest.mock('./outcome', () => ({ ask: (...args: unknown[]) => mockAsk(...args) as unknown }))
jest.mock('./useCloudQuery', () => ({
  useCloudQuery: (...args: unknown[]) => mockQuery(...args) as unknown,
}))

const row = (memberId: string) => ({ memberId })
const part = (ids: string[], next?: number) => ({ rows: ids.map(row), ...(next !== undefined && { next }) })
const idsOf = (data: { rows: { memberId: string }[] } | undefined) =>
  data?.rows.map(({ memberId }) => memberId).join('')

beforeEach(() => {
  jest.clearAllMocks()
  mockQuery.mockReturnValue({ data: part(['a', 'b'], 2), at: 1 })
})

test('a small branch is asked for once', () => {
  mockQuery.mockReturnValue({ data: part(['a', 'b']), at: 1 })
  const { result } = renderHook(() => useInParts('progress.branch', { branchId: 'x', from: 0 }))
  expect(idsOf(result.current.data)).toBe('ab')
  expect(mockQuery).toHaveBeenCalledWith('progress.branch', { branchId: 'x', from: 0 })
  expect(mockAsk).not.toHaveBeenCalled()
})

test('a large one is asked for part after part until every row is there', async () => {
  mockAsk.mockResolvedValueOnce({ ok: true, data: part(['c'], 3) })
  mockAsk.mockResolvedValueOnce({ ok: true, data: part(['d']) })
  const { result } = renderHook(() => useInParts('progress.branch', { branchId: 'x', from: 0 }))
  await waitFor(() => expect(idsOf(result.current.data)).toBe('abcd'))
  expect(mockAsk.mock.calls.map(([, { from }]: [string, { from: number }]) => from)).toEqual([2, 3])
  expect([result.current.more, result.current.isWhole]).toEqual([undefined, true])
})

test('when the network is lost on the way, what has come stays and the rest can be asked for again', async () => {
  mockAsk.mockRejectedValueOnce(new Error('lost'))
  const { result } = renderHook(() => useInParts('progress.branch', { branchId: 'x', from: 0 }))
  await waitFor(() => expect(result.current.more).toBeDefined())
  expect(idsOf(result.current.data)).toBe('ab')
  expect(result.current.isWhole).toBe(false)
  mockAsk.mockResolvedValueOnce({ ok: true, data: part(['c']) })
  act(() => result.current.more?.())
  await waitFor(() => expect(idsOf(result.current.data)).toBe('abc'))
  expect([result.current.more, result.current.isWhole]).toEqual([undefined, true])
})

test('asked for again it goes on where it was lost: no part comes twice, and none that came goes', async () => {
  mockAsk.mockResolvedValueOnce({ ok: true, data: part(['c'], 3) })
  mockAsk.mockResolvedValueOnce({ ok: false, reason: 'try_again' })
  const { result } = renderHook(() => useInParts('progress.branch', { branchId: 'x', from: 0 }))
  await waitFor(() => expect(result.current.more).toBeDefined())
  expect(idsOf(result.current.data)).toBe('abc')
  mockAsk.mockResolvedValueOnce({ ok: true, data: part(['d']) })
  act(() => result.current.more?.())
  // On its way: a second tap has nothing to ask for.
  expect(result.current.more).toBeUndefined()
  await waitFor(() => expect(result.current.isWhole).toBe(true))
  expect(idsOf(result.current.data)).toBe('abcd')
  expect(mockAsk.mock.calls.map(([, { from }]: [string, { from: number }]) => from)).toEqual([2, 3, 3])
})

test('one’s own deeds and records go on in the same way, with what stands beside them', async () => {
  mockQuery.mockReturnValue({ data: { deeds: ['a'], done: 3, next: 1 }, at: 1 })
  mockAsk.mockResolvedValueOnce({ ok: true, data: { deeds: ['b'], done: 3 } })
  const { result } = renderHook(() => useInParts('deed.list', {}))
  await waitFor(() => expect(result.current.data).toMatchObject({ deeds: ['a', 'b'], done: 3 }))
  expect(mockAsk).toHaveBeenCalledWith('deed.list', { from: 1 })
  expect(result.current.isWhole).toBe(true)
})
