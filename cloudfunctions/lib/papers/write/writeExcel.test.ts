import { strFromU8, unzipSync } from 'fflate'
import { writeExcel } from './writeExcel'

const at = Date.parse('2026-09-22T15:00:00+08:00')
const paper = {
  sheets: [
    {
      ...{ name: '表', title: '题', note: '注', foot: ['填报人'] },
      columns: [
        { title: '姓名', width: 10 },
        { title: '次数', width: 10 },
        { title: '备注', width: 10 },
      ],
      rows: [
        ['周敏', 2, ''],
        ['合计', { formula: 'SUM($B$4:$B$4)', value: 2 }, null],
      ],
    },
  ],
}
const sheetOf = (file: Uint8Array) =>
  strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
/** Style of each cell of a row. */
const stylesOf = (xml: string, row: number) =>
  [...xml.matchAll(new RegExp(`<c r="[A-Z]+${row}"[^>]*`, 'g'))].map(([cell]) => /s="(\d+)"/.exec(cell)?.[1])

test('every cell of the table is ruled, empty ones and formulas too; title, note and foot are not', async () => {
  const xml = sheetOf(await writeExcel(paper, at))
  const [ruled] = stylesOf(xml, 4)
  expect(ruled).toBeDefined()
  expect([...stylesOf(xml, 4), ...stylesOf(xml, 5)]).toEqual(Array.from({ length: 6 }, () => ruled))
  for (const row of [1, 2, 6]) expect(stylesOf(xml, row)[0]).not.toBe(ruled)
  expect(xml).toContain('<f>SUM($B$4:$B$4)</f><v>2</v>')
})

test('made twice it is the same file, byte by byte', async () => {
  const [one, other] = [await writeExcel(paper, at), await writeExcel(paper, at)]
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
})
