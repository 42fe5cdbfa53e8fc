import type { FileRow } from '@domain/contract/keptLists'
import { batchesOf, countsText, wrongLines } from './fileWords'

const row = (verdict: FileRow['verdict']): FileRow => ({
  ...{ sheet: '1', line: 1, title: '没有党旗', text: '', wrong: [], verdict },
  ...(verdict === 'add' && { row: { cells: [{ field: 'what', text: '没有党旗' }] } }),
})

test('only what can be written goes, twenty at once', () => {
  const rows = [...Array.from({ length: 41 }, () => row('add')), row('same'), row('refuse')]
  expect(batchesOf(rows).map(({ length }) => length)).toEqual([20, 20, 1])
  expect(batchesOf([row('same')])).toEqual([])
})

test('what the file holds is said in numbers; of nothing that stands there already nothing', () => {
  expect(countsText([row('add'), row('refuse'), row('same'), row('skip')])).toBe(
    '能写入 1 条，不能写入 1 条，已经有了 1 条',
  )
  expect(countsText([row('add')])).toBe('能写入 1 条')
})

test('a bad cell says which and why', () => {
  expect(wrongLines({ wrong: [{ label: '谁来办', why: 'nobody' }] })).toEqual(['谁来办：名册里没有这个人'])
})
