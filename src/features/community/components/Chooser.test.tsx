import { fireEvent, render, screen } from '@testing-library/react'
import type { OwnCommunities } from '@domain/contract/community'
import { Chooser } from './Chooser'

const mine = (count: number): OwnCommunities => ({
  ...{ name: '周敏', registered: [], asked: [], past: [] },
  communities: Array.from({ length: count }, (_, i) => ({ id: `c${i}`, name: `第${i}社区` })),
})
const show = (count: number, onPick = jest.fn()) => {
  render(<Chooser mine={mine(count)} chosenId="c1" onPick={onPick} onScan={jest.fn()} />)
  return onPick
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
  const line = document.getElementById('community-c7')
  if (line) fireEvent.click(line)
  expect(onPick).toHaveBeenCalledWith('c7')
})
