import { fireEvent, render, screen } from '@testing-library/react'
import type { OwnCommunities } from '@domain/contract/community'
import { Chooser } from './Chooser'

// jsdom knows the attributes a browser has.
jest.mock('@/platform/aria', (): unknown => jest.requireActual('@/platform/aria.h5'))

const mine = (count: number): OwnCommunities => ({
  ...{ name: '周敏', registered: [], asked: [], past: [] },
  communities: Array.from({ length: count }, (_, i) => ({ id: `c${i}`, name: `第${i}社区` })),
})
const show = (count: number, onPick = jest.fn(), chosenId = 'c1') => {
  render(<Chooser mine={mine(count)} chosenId={chosenId} onPick={onPick} onScan={jest.fn()} />)
  return onPick
}
const tap = (id: string) => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no ${id}`)
  fireEvent.click(found)
}

test('a county that has no community yet says so', () => {
  show(0)
  expect(screen.getByText('还没有登记社区')).toBeTruthy()
  expect(document.getElementById('scan-community')).toBeNull()
})

test('a few are all on the screen, many are narrowed by a few letters', () => {
  show(6)
  expect(document.getElementById('community-search')).toBeNull()
})

test('a tap chooses', () => {
  const onPick = show(8)
  expect(document.getElementById('community-search')).not.toBeNull()
  tap('community-c3')
  expect(onPick).toHaveBeenCalledWith('c3')
})

test('of many the first are shown, with the way to scan below them; all at a tap', () => {
  const onPick = show(40)
  expect(document.getElementById('community-c4')).toBeNull()
  expect(document.getElementById('scan-community')).not.toBeNull()
  tap('all-communities')
  tap('community-c39')
  expect(onPick).toHaveBeenCalledWith('c39')
})

test('one that was scanned is shown, wherever it stands', () => {
  show(40, jest.fn(), 'c30')
  expect(screen.getByRole('radio', { name: '第30社区', checked: true })).toBeTruthy()
})
