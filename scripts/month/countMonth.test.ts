import { boardCalls, figuresOf, perDayOf } from './countMonth'

const MINUTE = 60_000

test('a board of ninety minutes at 3 s is asked 1,800 times, whoever comes', () => {
  const board = { opensAt: 0, endsAt: 90 * MINUTE, arrivals: [1, 2, 80 * MINUTE] }
  expect(boardCalls(board, () => 3000)).toBe(1800)
})

test('a slower pace begins with the last arrival that the board has seen', () => {
  const pace = (quiet: number) => (quiet < MINUTE ? 3000 : 15_000)
  const nobody = { opensAt: 0, endsAt: 10 * MINUTE, arrivals: [] }
  expect(boardCalls(nobody, pace)).toBe(20 + 36)
  expect(boardCalls({ ...nobody, arrivals: [5 * MINUTE] }, pace)).toBe(20 + 16 + 20 + 16)
})

test('the figures add up over kinds and days, and know the busiest day', () => {
  const at = Date.parse('2026-08-20T15:00+08:00')
  const tenTimes = (instant: number) => Array.from({ length: 10 }, () => instant)
  const cost = { reads: 2, writes: 1, memory: 0.25 }
  const figures = figuresOf([
    {
      what: 'a',
      cost,
      perDay: perDayOf([...tenTimes(at), ...tenTimes(at), ...tenTimes(at + 24 * 60 * MINUTE)]),
    },
    { what: 'b', cost: { reads: 1, writes: 0, memory: 0.25 }, perDay: perDayOf([at]) },
  ])
  expect(figures).toEqual({
    calls: 31,
    reads: 61,
    writes: 30,
    gbSeconds: expect.closeTo((30 * 0.25 * 75 + 0.25 * 45) / 1000) as number,
    busiest: { calls: 21, reads: 41, writes: 20 },
  })
})
