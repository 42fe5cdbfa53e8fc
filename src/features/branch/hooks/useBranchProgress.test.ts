import { act, renderHook, waitFor } from '@testing-library/react'
import { useBranchProgress } from './useBranchProgress'

const mockAsk = jest.fn()
const mockQuery = jest.fn()
jest.mock('@/cloud/outcome', () => ({ ask: (...args: unknown[]) => mockAsk(...args) as unknown }))
jest.mock('@/cloud/useCloudQuery', () => ({
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
  const { result } = renderHook(() => useBranchProgress({ branchId: 'x' }))
  expect(idsOf(result.current.data)).toBe('ab')
  expect(mockQuery).toHaveBeenCalledWith('progress.branch', { branchId: 'x', from: 0 })
  expect(mockAsk).not.toHaveBeenCalled()
})

test('a large one is asked for part after part until every row is there', async () => {
  mockAsk.mockResolvedValueOnce({ ok: true, data: part(['c'], 3) })
  mockAsk.mockResolvedValueOnce({ ok: true, data: part(['d']) })
  const { result } = renderHook(() => useBranchProgress({ branchId: 'x' }))
  await waitFor(() => expect(idsOf(result.current.data)).toBe('abcd'))
  expect(mockAsk.mock.calls.map(([, { from }]: [string, { from: number }]) => from)).toEqual([2, 3])
  expect(result.current.more).toBeUndefined()
})

test('when the network is lost on the way, what has come stays and the rest can be asked for again', async () => {
  mockAsk.mockRejectedValueOnce(new Error('lost'))
  const { result } = renderHook(() => useBranchProgress({ branchId: 'x' }))
  await waitFor(() => expect(result.current.more).toBeDefined())
  expect(idsOf(result.current.data)).toBe('ab')
  mockAsk.mockResolvedValueOnce({ ok: true, data: part(['c']) })
  act(() => result.current.more?.())
  await waitFor(() => expect(idsOf(result.current.data)).toBe('abc'))
  expect(result.current.more).toBeUndefined()
})
