import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { CheckDock, CheckList } from './CheckList'
import { useTicked } from './useTicked'

// jsdom knows the attributes a browser has.
jest.mock('@/platform/aria', (): unknown => jest.requireActual('@/platform/aria.h5'))

const confirmed = jest.fn()

function Both({ ids }: { ids: string[] }) {
  const ticked = useTicked(ids)
  return (
    <>
      <CheckList rows={ids.map((id) => ({ id, name: id }))} ticked={ticked} />
      <CheckDock
        ticked={ticked}
        busy={false}
        label={(count) => `确认 ${count} 人到场`}
        onConfirm={() => confirmed(ticked.ids)}
      />
    </>
  )
}
const tap = (id: string) => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no ${id}`)
  fireEvent.click(found)
}
beforeEach(() => confirmed.mockReset())

test('all are ticked at first; whom one taps is left out', () => {
  render(<Both ids={['周敏', '赵海燕', '程志远']} />)
  tap('check-赵海燕')
  expect(screen.getByLabelText('赵海燕').ariaChecked).toBe('false')
  tap('check-confirm')
  expect(confirmed).toHaveBeenCalledWith(['周敏', '程志远'])
})

test('whoever comes while one looks is ticked, who was unticked stays so', () => {
  const { rerender } = render(<Both ids={['周敏', '赵海燕']} />)
  tap('check-周敏')
  rerender(<Both ids={['蒋文', '周敏', '赵海燕']} />)
  tap('check-confirm')
  expect(confirmed).toHaveBeenCalledWith(['蒋文', '赵海燕'])
})

test('who is not ticked beforehand is so by a tap, and by 全选', () => {
  const { result } = renderHook(() => useTicked(['局长', '周敏'], ['局长']))
  const ids = () => result.current.ids
  expect(ids()).toEqual(['周敏'])
  act(() => result.current.toggle('局长'))
  expect(ids()).toEqual(['局长', '周敏'])
  act(() => result.current.toggleAll())
  expect(ids()).toEqual([])
  act(() => result.current.toggleAll())
  expect(ids()).toEqual(['局长', '周敏'])
})

test('全选 ticks all, and unticks all when all are ticked; nobody ticked cannot be confirmed', () => {
  render(<Both ids={['周敏', '赵海燕']} />)
  tap('check-周敏')
  tap('check-all')
  expect(screen.getByText('确认 2 人到场')).toBeTruthy()
  tap('check-all')
  tap('check-confirm')
  expect(confirmed).not.toHaveBeenCalled()
  expect(screen.getByText('请至少选一项')).toBeTruthy()
})
