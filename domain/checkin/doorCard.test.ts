import { byNumber, cardState, type DoorCard } from './doorCard'

test.each<[string, DoorCard, number | undefined, string]>([
  ['a household founded just now', {}, undefined, 'unprinted'],
  ['printed', { printedAt: 5 }, undefined, 'in_use'],
  ['printed elsewhere, and scanned', {}, 5, 'in_use'],
  ['replaced after the last scan', { renewedAt: 5 }, 4, 'unprinted'],
  ['replaced, and the new one scanned in that millisecond', { renewedAt: 5 }, 5, 'in_use'],
  ['replaced and printed', { renewedAt: 5, printedAt: 6 }, 4, 'in_use'],
  ['stopped, whatever was printed and scanned', { printedAt: 5, stoppedAt: 6 }, 5, 'stopped'],
])('%s', (_, card, scannedAt, state) => {
  expect(cardState(card, scannedAt)).toBe(state)
})

test('10 号 comes after 9 号', () => {
  const numbers = ['10 号', '09 号', '100 号', '9 号附1']
  expect(
    numbers
      .map((number) => ({ number }))
      .sort(byNumber)
      .map(({ number }) => number),
  ).toEqual(['09 号', '9 号附1', '10 号', '100 号'])
})
