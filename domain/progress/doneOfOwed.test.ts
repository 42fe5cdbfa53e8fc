import { added, doneOfOwed, fillingFirst, isDoneLate } from './doneOfOwed'

const record = (id: string, at: number, backfilled = false) => ({
  ...{ id, title: '', at },
  ...(backfilled && { backfilled }),
})

test('what is not there is left out at the end, and adding keeps it so', () => {
  expect(doneOfOwed(1, 2)).toEqual([1, 2])
  expect(doneOfOwed(1, 2, 1)).toEqual([1, 2, 1])
  expect(doneOfOwed(1, 2, 0, 3)).toEqual([1, 2, 0, 3])
  expect(added([1, 2], [0, 1])).toEqual([1, 3])
  expect(added([1, 2, 1], [0, 1, 0, 3])).toEqual([1, 3, 1, 3])
  expect(added(undefined, [0, 1, 0, 3])).toEqual([0, 1, 0, 3])
})

test('what was entered in time fills first, though it came later', () => {
  const records = [record('a', 3), record('b', 1, true), record('c', 2)]
  expect(fillingFirst(records).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test('it is done late only where what was entered in time is too little', () => {
  const [inTime, late] = [record('a', 1), record('b', 2, true)]
  expect(isDoneLate({ done: 1, needed: 1, counted: [late] })).toBe(true)
  expect(isDoneLate({ done: 2, needed: 1, counted: [late, inTime] })).toBe(false)
  expect(isDoneLate({ done: 2, needed: 2, counted: [late, inTime] })).toBe(true)
  expect(isDoneLate({ done: 1, needed: 2, counted: [late] })).toBe(false)
})
