import fc from 'fast-check'
import type { Cell } from './cell'
import type { ReadRow } from './entry'
import { readSheet } from './readSheet'
import { isEmpty } from './rowKind'

const reading = { today: '2026-09-22', hashOf: () => undefined }
const read = (rows: Cell[][]): ReadRow[] =>
  readSheet({ name: '名册', rows, merges: [] }, '名册', reading).flatMap(({ rows: found }) => found)

const titles = ['序号', '姓名', '手机', '所在支部', '党内职务']
const words = '审批 负责人 经办 联系人 合计 备注 制表 小计 单位 第1页 示例中学 张三 无 党支部 支委会'.split(
  ' ',
)
const name = fc.constantFrom('王伟', '李娜', '欧阳·娜', '买买提', '丁一', '审平')
const phone = fc.constantFrom<Cell>(
  '13800001234',
  13_900_005_678,
  '="13800001234"',
  '138****1234',
  '13700001234.0',
)
const place = fc.constantFrom<Cell>(
  '审批局党支部',
  '经办科党支部',
  '负责人',
  '联系人',
  '县财政局党支部',
  null,
  '合计',
)

/** Somebody, whatever stands in the other cells. */
const person = fc
  .record({
    number: fc.constantFrom<Cell>(1, null, '审', '经办'),
    name,
    phone,
    place,
    post: fc.constantFrom<Cell>('书记', null, '经办人'),
  })
  .map((one): Cell[] => [one.number, one.name, one.phone, one.place, one.post])
/** Anything that people leave in a sheet. */
const other = fc.oneof(
  fc.constant<Cell[]>([null, null, null, null, null]),
  fc.constantFrom(...words).map((word): Cell[] => [word, null, null, null, null]),
  fc.array(
    fc.constantFrom<Cell>(...words, null, 7, '123456', '2026-02-30', new Date('2026-01-01T00:00:00Z')),
    {
      minLength: 5,
      maxLength: 5,
    },
  ),
  fc.constant<Cell[]>([...titles]),
)
const body = fc.array(
  fc.oneof(
    person.map((cells) => ({ cells, isPerson: true })),
    other.map((cells) => ({ cells, isPerson: false })),
  ),
  { maxLength: 30 },
)

const isMeant = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => typeof cell === 'string' && cell.includes('示例中学'))

test('rows in are rows accounted for: each with anything in it has one verdict, and nobody with name and phone is passed over', () => {
  fc.assert(
    fc.property(body, fc.constantFrom<Cell[][]>([], [['党员花名册']], [['名册'], []]), (lines, above) => {
      const rows = [...above, titles, ...lines.map(({ cells }) => cells)]
      const found = read(rows.map((cells) => [...cells]))
      const filled = rows.flatMap((cells, i) => (isEmpty(cells) ? [] : [i + 1]))
      const accounted = found.map(({ line }) => line)
      expect(accounted.filter((line) => filled.includes(line))).toEqual(filled)
      // Of empty ones no more than one in a row is told, and none at the end.
      for (const line of accounted) expect(line).toBeLessThanOrEqual(filled[filled.length - 1] ?? 0)
      lines.forEach(({ cells, isPerson }, i) => {
        if (!isPerson || isMeant(cells)) return
        const row = found.find(({ line }) => line === above.length + 2 + i)
        expect(row).not.toMatchObject({ stop: 'skip' })
      })
    }),
    { numRuns: 400 },
  )
})

test('a row of words below the titles is no second line of them: the telephones stay where they are', () => {
  const found = read([
    titles,
    ['支委会', null, '党支部', '审批', new Date('2026-01-01T00:00:00Z')],
    ['经办', '王伟', '13800001234', '审批局党支部', '书记'],
  ])
  expect(found.find(({ line }) => line === 3)).toMatchObject({
    entry: { name: '王伟', branch: '审批局党支部' },
  })
})

test('of two tables side by side every person of both is accounted for', () => {
  const pair = fc.tuple(person, fc.option(person, { nil: [null, null, null, null, null] as Cell[] }))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 15 }), (pairs) => {
      const rows = [[...titles, ...titles], ...pairs.map(([left, right]) => [...left, ...right])]
      const found = read(rows).filter((row) => !('stop' in row) || row.stop !== 'skip')
      const meant = pairs.flatMap(([left, right]) => [left, right]).filter((cells) => !isEmpty(cells))
      expect(found).toHaveLength(meant.length)
      expect(new Set(found.map(({ sheet, line }) => `${sheet}!${line}`)).size).toBe(meant.length)
    }),
  )
})

test('a second table that has no telephones is refused person by person', () => {
  const rows = [
    ['姓名', '手机', '姓名', '备注'],
    ['王伟', '13800001234', '李娜', '13800001235'],
  ]
  expect(read(rows).map((row) => ('stop' in row ? [row.stop, ...row.reasons] : row.entry.name))).toEqual([
    ['skip', 'title_row'],
    '王伟',
    ['skip', 'no_register'],
    ['refuse', 'no_titles'],
  ])
})

test('the names of two people in one row without a table for the second are no reason to lose the first', () => {
  const rows = [
    ['姓名', '手机', '联系人姓名'],
    ['王伟', '13800001234', '李娜'],
  ]
  expect(read(rows).filter((row) => 'entry' in row)).toHaveLength(1)
})

test('every reason of a row is told at once', () => {
  const rows = [
    ['姓名', '手机', '入党时间', '转正时间'],
    ['王', '1380', '2010-02-30', '2009-01-01'],
  ]
  expect(read(rows)[1]).toMatchObject({
    stop: 'refuse',
    reasons: ['name_not_a_name', 'date_not_a_date', 'short_number'],
  })
})
