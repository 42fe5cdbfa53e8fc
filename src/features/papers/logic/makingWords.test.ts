import type { LongPaperMaking } from './longPapers'
import { madeText, partText, shareOf, sizeText, stepsOf } from './makingWords'

type Come = Pick<LongPaperMaking, 'parts'>
/** The front, and then parts that have written so many meetings; `isWhole`: and the end. */
const come = (pieces: number, written: readonly number[], isWhole = false): Come => {
  const parts = [...written, ...(isWhole ? [pieces] : [])].map((done, index) => ({
    ...{ pieces, soFar: { written: done, bytes: 440_000, directory: 320 } },
    ...(isWhole && index === written.length && { end: 'e' }),
  }))
  return { parts: parts as unknown as Come['parts'] }
}

test.each([
  [come(25, []), ['now', 'later', 'later'], 0, '正在看有多少场会'],
  [come(25, [0]), ['done', 'now', 'later'], 4, '正在整理第 1 场，共 25 场'],
  [come(25, [0, 20]), ['done', 'now', 'later'], 78, '正在整理第 21 场，共 25 场'],
  [come(25, [0, 20, 25]), ['done', 'done', 'now'], 96, '正在收尾'],
  [come(25, [0, 20, 25], true), ['done', 'done', 'done'], 100, '正在收尾'],
  [come(0, [0]), ['done', 'done', 'now'], 50, '正在收尾'],
])('steps, share and words are counted by what has come: %#', (parts, states, share, text) => {
  expect(stepsOf('handbook', parts).map(({ state }) => state)).toEqual(states)
  expect(shareOf(parts)).toBe(share)
  expect(partText('handbook', parts)).toBe(text)
})

test('the records are counted, and the size of the whole is said', () => {
  expect(stepsOf('bundle', come(25, [0, 20]))[1]?.count).toBe('20/25 场')
  expect(sizeText(come(0, [0]))).toBe('430 KB')
  const large = { pieces: 0, soFar: { written: 0, bytes: 3_250_000, directory: 0 } }
  expect(sizeText({ parts: [large] as unknown as Come['parts'] })).toBe('3.1 MB')
  expect(sizeText({ parts: [] })).toBe('1 KB')
})

test('a patrol is counted by its papers, and told by its files', () => {
  const made = come(480, [0, 31])
  expect(stepsOf('patrol', made)[1]?.count).toBe('31/480 份')
  expect(partText('patrol', made)).toBe('正在整理第 32 份，共 480 份')
  const last = { pieces: 480, soFar: { entries: 930 } }
  expect(madeText('patrol', { parts: [last] as unknown as Come['parts'] })).toBe('930 份文件')
  expect(madeText('bundle', come(25, [0]))).toBe('25 场')
})
