import { cached } from '../entry/cached'

const counting = () => {
  let reads = 0
  return cached(async () => (reads += 1))
}

test('a reading is kept for less than 60 s and read again at 60 s', async () => {
  const read = counting()
  expect([await read(1_000), await read(60_999), await read(61_000)]).toEqual([1, 1, 2])
})

test('a clock that went back reads again', async () => {
  const read = counting()
  expect([await read(100_000), await read(40_000)]).toEqual([1, 2])
})

test('callers at the same instant share one reading', async () => {
  const read = counting()
  expect(await Promise.all([read(1), read(1), read(2)])).toEqual([1, 1, 1])
})

test('after forgetting, the next one reads again within the minute', async () => {
  const read = counting()
  await read(1_000)
  read.forget()
  expect(await read(1_001)).toBe(2)
})

test('a reading that failed is not kept', async () => {
  let fails = true
  const read = cached(async () => {
    if (fails) throw new Error('outage')
    return 'fine'
  })
  await expect(read(1)).rejects.toThrow('outage')
  fails = false
  expect(await read(2)).toBe('fine')
})
