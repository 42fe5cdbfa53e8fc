import { fireEvent, render, screen } from '@testing-library/react'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { SevenOnesCard } from './SevenOnesCard'

jest.mock('@/cloud/useCloudQuery')
// jsdom knows the attributes a browser has.
jest.mock('@/platform/aria', (): unknown => jest.requireActual('@/platform/aria.h5'))

type Query = ReturnType<typeof useCloudQuery<'service.sevenOnes'>>

const refetch = jest.fn().mockResolvedValue(undefined)
const show = (query: Partial<Query>) => {
  jest.mocked(useCloudQuery).mockReturnValue({
    ...{ data: undefined, refusal: undefined, loading: false, unreached: undefined, at: 0, refetch },
    ...query,
  })
  render(<SevenOnesCard branchId="b1" />)
}
const byId = (id: string) => document.getElementById(id)

test('while its answer has not come there is its place, and no fault is told', () => {
  show({ loading: true })
  expect(screen.getByText('七个一')).toBeTruthy()
  expect(byId('skeleton')?.getAttribute('aria-label')).toBe('正在打开')
  expect(byId('seven-ones-missing')).toBeNull()
})

test.each([
  [{ refusal: { ok: false, reason: 'forbidden' } }, /这一页由负责这件事的同志查看，这一项没有打开/],
  [{ unreached: 'offline', loading: true }, /，这一项没有打开/],
] as const)('refused or not reached one line says so, and asks again at a tap', (query, text) => {
  show(query)
  expect(byId('seven-ones-missing')?.textContent).toMatch(text)
  const again = byId('seven-ones-again')
  if (again) fireEvent.click(again)
  expect(refetch).toHaveBeenCalled()
})

test('ticked is what has a record, the others say that there is none', () => {
  show({
    data: {
      branch: { id: 'b1', name: '支部' },
      tiles: [{ one: 'visit', last: { on: '2026-09-08' } }, { one: 'counsel' }],
    },
  })
  expect(byId('seven-visit')?.textContent).toContain('9月8日 入户走访')
  expect(byId('seven-counsel')?.textContent).toContain('暂无记录')
})
