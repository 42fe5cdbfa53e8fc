import { besideFacts, waitsWords } from './besideWords'

test('what was entered afterwards and what waits are facts beside a number; where there is neither nothing is said', () => {
  expect(besideFacts({ late: 1, waits: 2 })).toEqual(['其中补录 1', '2 条待确认'])
  expect(besideFacts({ waits: 2 })).toEqual(['2 条待确认'])
  expect(besideFacts({})).toEqual([])
  expect(waitsWords()).toBeUndefined()
})
