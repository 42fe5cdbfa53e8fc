import type { LongPaperMaking } from './longPapers'
import { partText, sizeText, stepsOf } from './makingWords'

type Come = Pick<LongPaperMaking, 'parts'>
const parts = (n: number, meetings: number, bytes = 0): Come => {
  const all = 2 + Math.ceil(meetings / 10)
  const come = Array.from({ length: n }, (_, i) => ({
    ...{ parts: all, meetings, written: Math.min(meetings, i * 10) },
    soFar: { bytes, directory: 0 },
  }))
  return { parts: come as unknown as Come['parts'] }
}
const states = (n: number, meetings: number) =>
  stepsOf('handbook', parts(n, meetings)).map(({ state }) => state)

test('steps are counted by what has come', () => {
  expect(states(0, 25)).toEqual(['now', 'later', 'later'])
  expect(states(1, 25)).toEqual(['done', 'now', 'later'])
  expect(states(3, 25)).toEqual(['done', 'now', 'later'])
  expect(states(4, 25)).toEqual(['done', 'done', 'now'])
  expect(states(5, 25)).toEqual(['done', 'done', 'done'])
  expect(states(1, 0)).toEqual(['done', 'done', 'now'])
  expect(stepsOf('bundle', parts(3, 25))[1]?.count).toBe('20/25 场')
})

test('the part being made is named, and the size of the whole', () => {
  expect(partText(parts(0, 25))).toBe('正在看有多少场会')
  expect(partText(parts(2, 25))).toBe('正在整理第 3 份，共 5 份')
  expect(sizeText(parts(1, 0, 10))).toBe('1 KB')
  expect(sizeText(parts(1, 0, 440_320))).toBe('430 KB')
  expect(sizeText(parts(1, 0, 3_250_000))).toBe('3.1 MB')
})
