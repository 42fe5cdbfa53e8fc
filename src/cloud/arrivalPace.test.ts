import { renderHook } from '@testing-library/react'
import { arrivalPace, useArrivalPace } from './arrivalPace'

test('the pace is quick for a minute, calm until three minutes, then slow', () => {
  expect([0, 59_999, 60_000, 179_999, 180_000, 9_000_000].map(arrivalPace)).toEqual([
    3000, 3000, 6000, 6000, 15_000, 15_000,
  ])
})

const START = 1_700_000_000_000

/** Asks as a board does, answer after answer, each when the pace says; how many calls that were. */
function asked(arrivals: readonly number[], forMs: number): number {
  const countAt = (at: number) => arrivals.filter((one) => START + one <= at).length
  const { result, rerender } = renderHook(({ arrived, at }) => useArrivalPace(arrived, at), {
    initialProps: { arrived: undefined as number | undefined, at: 0 },
  })
  let calls = 0
  for (let at = START; at < START + forMs; at += result.current) {
    rerender({ arrived: countAt(at), at })
    calls += 1
  }
  return calls
}
const MINUTE = 60_000

test('opened it is quick, and quick again for a minute when somebody has come', () => {
  const { result, rerender } = renderHook(({ arrived, at }) => useArrivalPace(arrived, at), {
    initialProps: { arrived: undefined as number | undefined, at: 0 },
  })
  expect(result.current).toBe(3000)
  rerender({ arrived: 2, at: START })
  expect(result.current).toBe(3000)
  for (let passed = 0; passed <= 4 * MINUTE; passed += MINUTE / 2)
    rerender({ arrived: 2, at: START + passed })
  expect(result.current).toBe(15_000)
  rerender({ arrived: 3, at: START + 4 * MINUTE + 15_000 })
  expect(result.current).toBe(3000)
  rerender({ arrived: 3, at: START + 5 * MINUTE })
  expect(result.current).toBe(3000)
  rerender({ arrived: 3, at: START + 5 * MINUTE + 15_000 })
  expect(result.current).toBe(6000)
})

test('back after a minute away it is quick, whoever came meanwhile or nobody', () => {
  const { result, rerender } = renderHook(({ at }) => useArrivalPace(2, at), { initialProps: { at: START } })
  for (let passed = 0; passed <= 4 * MINUTE; passed += MINUTE / 2) rerender({ at: START + passed })
  expect(result.current).toBe(15_000)
  rerender({ at: START + 10 * MINUTE })
  expect(result.current).toBe(3000)
})

test('a board kept from yesterday is no quiet one: the first answer of today begins anew', () => {
  const { result, rerender } = renderHook(({ arrived, at }) => useArrivalPace(arrived, at), {
    initialProps: { arrived: 2, at: START },
  })
  rerender({ arrived: 2, at: START + 1440 * MINUTE })
  expect(result.current).toBe(3000)
})

test('62 boards of ninety minutes to which people come in the first ten ask a third of what they asked', () => {
  const coming = Array.from({ length: 20 }, (_, i) => i * 30_000)
  const calls = 62 * asked(coming, 90 * MINUTE)
  expect(62 * 90 * 20).toBe(111_600)
  expect(calls).toBeLessThan(111_600 / 3)
  expect(calls).toBeGreaterThan(111_600 / 4)
})
