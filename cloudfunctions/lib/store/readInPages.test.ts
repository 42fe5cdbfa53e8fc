import { readInPages } from './readInPages'

interface Row {
  _id: string
  text: string
}
const rowsOf = (count: number, bytes: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    _id: String(from + i).padStart(6, '0'),
    text: 'x'.repeat(bytes),
  }))

/** A database whose answers may have `limit` bytes, and how many rows each question asked for. */
function databaseOf(rows: readonly Row[], limit = Infinity) {
  const asked: number[] = []
  const read = (after: string, most: number): Promise<Row[]> => {
    asked.push(most)
    const page = rows.filter(({ _id }) => _id > after).slice(0, most)
    return JSON.stringify(page).length > limit
      ? Promise.reject(new Error('the answer is too large'))
      : Promise.resolve(page)
  }
  return { asked, read }
}

test('small rows are asked for a thousand at a time once the first page has shown how small they are', async () => {
  const { asked, read } = databaseOf(rowsOf(1500, 100))
  expect(await readInPages({ page: 10, most: 5000 }, read)).toHaveLength(1500)
  expect(asked).toEqual([10, 1000, 1000])
})

test('large rows are asked for a few at a time: no page is near what an answer may have', async () => {
  const { asked, read } = databaseOf(rowsOf(50, 50_000), 900_000)
  expect(await readInPages({ page: 10, most: 5000 }, read)).toHaveLength(50)
  expect(Math.max(...asked)).toBe(10)
})

test('a page that is refused is halved and asked for again, down to one row, and nothing is left out', async () => {
  const rows = [...rowsOf(20, 100), ...rowsOf(3, 800_000, 20), ...rowsOf(500, 100, 23)]
  const { asked, read } = databaseOf(rows, 1_000_000)
  expect(await readInPages({ page: 10, most: 5000 }, read)).toEqual(rows)
  expect(asked.length).toBeLessThan(40)
})

test('one row that is refused alone is an error, and so is a fault that passes by itself', async () => {
  await expect(readInPages({ page: 8, most: 50 }, databaseOf(rowsOf(1, 100), 10).read)).rejects.toThrow(
    'too large',
  )
  const asked: number[] = []
  const lost = (_: string, most: number) => {
    asked.push(most)
    return Promise.reject(new Error('ECONNRESET'))
  }
  await expect(readInPages({ page: 8, most: 50 }, lost)).rejects.toThrow('ECONNRESET')
  expect(asked).toEqual([8])
})

test('more rows than a caller can use are none', async () => {
  expect(await readInPages({ page: 10, most: 49 }, databaseOf(rowsOf(50, 100)).read)).toBeNull()
})
