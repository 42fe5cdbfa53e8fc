import { wholeFile } from './wholeFile'

const piece = (from: number) => ({ at: 1, from, digest: 'd' })
const answer = (n: number, isLast: boolean) => ({
  fileName: 'a.xlsx',
  content: `c${n}`,
  ...(!isLast && { next: piece(n + 1) }),
})

test('pieces are asked for one after the other, each with what the one before said', async () => {
  const asked: object[] = []
  const file = await wholeFile((next) => {
    asked.push(next)
    return Promise.resolve(answer(asked.length - 1, asked.length === 3))
  })
  expect(asked).toEqual([{}, { piece: piece(1) }, { piece: piece(2) }])
  expect(file).toEqual({ fileName: 'a.xlsx', content: 'c0', more: ['c1', 'c2'] })
})

test('a small file is asked for once', async () => {
  expect(await wholeFile(() => Promise.resolve(answer(0, true)))).toMatchObject({ content: 'c0', more: [] })
})

test('what is refused on the way gives no file', async () => {
  const ask = jest.fn().mockResolvedValueOnce(answer(0, false)).mockResolvedValueOnce(undefined)
  expect(await wholeFile(ask)).toBeUndefined()
})
