import { attempt } from '@/cloud/outcome'
import {
  longPapers,
  makeLongPaper,
  nameOfAsked,
  piecesOf,
  resumeLongPaper,
  stopLongPaper,
} from './longPapers'

jest.mock('@/cloud/outcome', () => ({ attempt: jest.fn() }))
const ask = attempt as unknown as jest.Mock

const asked = { branchId: 'b', periodKey: '2026', paper: 'handbook' as const }
const part = (n: number) => ({
  ok: true,
  data: {
    ...{ content: `c${n}`, directory: n === 2 ? 'd' : '', soFar: { written: n } },
    ...(n === 2 && { end: 'e' }),
  },
})
interface Asked {
  soFar?: { written: number }
}
/** The part after the one that is told of. */
const after = ({ soFar }: Asked): number => (soFar ? soFar.written + 1 : 0)
const answerAll = () => ask.mockImplementation((_: string, data: Asked) => Promise.resolve(part(after(data))))
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
const numbers = () => ask.mock.calls.map(([, data]: [string, Asked]) => after(data))
beforeEach(() => {
  ask.mockReset()
  longPapers.set(undefined)
})

test('parts are asked for one after the other, each with what the one before said', async () => {
  answerAll()
  makeLongPaper(asked)
  await settle()
  expect(longPapers.get()).toMatchObject({ of: nameOfAsked(asked), state: 'done' })
  expect(numbers()).toEqual([0, 1, 2])
  expect(piecesOf(longPapers.get()?.parts ?? [])).toEqual(['c0', 'c1', 'c2', 'd', 'e'])
})

test('without an answer it stops, keeps what has come, and goes on from there', async () => {
  ask.mockResolvedValueOnce(part(0)).mockResolvedValueOnce({ ok: false, reason: 'offline' })
  makeLongPaper(asked)
  await settle()
  expect(longPapers.get()).toMatchObject({ state: 'stopped', refusal: { reason: 'offline' } })
  answerAll()
  resumeLongPaper(asked)
  await settle()
  expect(longPapers.get()?.state).toBe('done')
  expect(numbers()).toEqual([0, 1, 1, 2])
})

test('when the meetings are others than at its beginning, it begins anew', async () => {
  ask.mockResolvedValueOnce(part(0)).mockResolvedValueOnce({ ok: false, reason: 'book_changed' })
  makeLongPaper(asked)
  await settle()
  answerAll()
  resumeLongPaper(asked)
  await settle()
  expect(numbers()).toEqual([0, 1, 0, 1, 2])
  expect(longPapers.get()?.parts).toHaveLength(3)
})

test('what was stopped takes no late answer, and another one begun takes its place', async () => {
  let answer: (outcome: unknown) => void = () => {}
  ask.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  makeLongPaper(asked)
  stopLongPaper()
  answer(part(0))
  await settle()
  expect(longPapers.get()).toMatchObject({ state: 'stopped', parts: [] })
  answerAll()
  const other = { ...asked, paper: 'bundle' as const }
  makeLongPaper(other)
  resumeLongPaper(asked)
  await settle()
  expect(longPapers.get()).toMatchObject({ of: nameOfAsked(other), state: 'done' })
})
