import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import type { Cell } from '@domain/registry/cell'
import { isEmpty } from '@domain/registry/rowKind'
import { readBook } from './openFile'
import { readRows } from './readRows'

const titles = ['序号', '姓名', '手机', '所在支部', '党内职务']
const text = fc.constantFrom(
  ...'审批局党支部 负责人 经办 联系人 合计 备注 制表 说明 第1页 张三 无 支部书记 党组书记 8123 2026-02-30'.split(
    ' ',
  ),
)
const cell = fc.oneof<fc.Arbitrary<Cell>[]>(text, fc.constant(null), fc.constantFrom(7, 13_800_001_234))
const line = fc.array(cell, { minLength: 5, maxLength: 5 })
const person = fc
  .record({
    name: fc.constantFrom('王伟', '李娜', '丁一'),
    phone: fc.integer({ min: 0, max: 9999 }),
    place: cell,
  })
  .map(({ name, phone, place }): Cell[] => [
    null,
    name,
    `1380000${String(phone).padStart(4, '0')}`,
    place,
    null,
  ])
/** Names that offices give to sheets: dates, the same thirty signs, none at all. */
const names = fc.uniqueArray(
  fc.constantFrom('20260101', '20260201', '202601', 'Sheet1', '党员', '县财政局党支部'),
  {
    minLength: 1,
    maxLength: 4,
  },
)
const sheet = fc.record({
  hasTitles: fc.boolean(),
  isHidden: fc.boolean(),
  lines: fc.array(fc.oneof(person, line, fc.constant<Cell[]>([null, null, null, null, null])), {
    maxLength: 12,
  }),
})
const book = names.chain((list) =>
  fc.tuple(...list.map((name) => sheet.map((one) => ({ name, ...one })))).map((sheets) => [
    // Excel keeps one sheet in sight; a book without a register is refused as a whole.
    { name: '首页', hasTitles: true, isHidden: false, lines: [] as Cell[][] },
    ...sheets,
  ]),
)

test('of every generated book rows in are rows accounted for: each once, under a sheet and line of its own', async () => {
  await fc.assert(
    fc.asyncProperty(book, async (sheets) => {
      const rowsOf = ({ hasTitles, lines }: (typeof sheets)[number]) =>
        hasTitles ? [titles, ...lines] : lines
      const bytes = await writeXlsx({
        sheets: sheets.map((one) => ({ name: one.name, rows: rowsOf(one), hidden: one.isHidden })),
      })
      const read = await readBook(bytes)
      if ('reason' in read) throw new Error(read.reason)
      const result = readRows(read, { today: '2026-09-22', hashOf: () => undefined })
      const rows = result?.rows ?? []
      const keys = rows.map(({ sheet: at, line: row }) => `${at}!${row}`)
      expect(new Set(keys).size).toBe(keys.length)
      const isHidden = (row: (typeof rows)[number]) => 'stop' in row && row.reasons[0] === 'hidden_sheet'
      expect(rows.filter(isHidden)).toHaveLength(sheets.filter((one) => one.isHidden).length)
      const seen = sheets.filter((one) => !one.isHidden).map(rowsOf)
      const linesOf = (wanted: (cells: Cell[]) => boolean) =>
        seen
          .flatMap((all) => all.flatMap((cells, at) => (wanted(cells) ? [at + 1] : [])))
          .sort((a, b) => a - b)
      const told = rows.filter((row) => !isHidden(row)).map((row) => row.line)
      const count = (list: readonly number[], at: number) => list.filter((one) => one === at).length
      // Whatever says something is told; an empty row may be told beside, never one that is not there.
      const filled = linesOf((cells) => !isEmpty(cells))
      for (const at of new Set(filled)) expect(count(told, at)).toBeGreaterThanOrEqual(count(filled, at))
      const existing = linesOf(() => true)
      for (const at of new Set(told)) expect(count(told, at)).toBeLessThanOrEqual(count(existing, at))
      const people = linesOf(
        ([, name, phone]) => /^(王伟|李娜|丁一)$/.test(String(name)) && String(phone).startsWith('1380000'),
      )
      const taken = rows.filter((row) => !('stop' in row) || row.stop === 'refuse').map((row) => row.line)
      for (const at of new Set(people)) expect(count(taken, at)).toBeGreaterThanOrEqual(count(people, at))
    }),
    { numRuns: 60 },
  )
})
