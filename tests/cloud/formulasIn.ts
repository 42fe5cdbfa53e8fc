import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'

type Value = string | number | boolean | Date | null

export interface Formula {
  formula: string
  /** As it is kept in the file. */
  value: number
  /** As it is counted again. */
  again: number
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Sheet (absent: the own one), column, first and last row of `'来源'!$A$4:$A$9`. */
const address = /^(?:'([^']+)'!)?\$?([A-Z]+)\$?(\d+)(?::\$?[A-Z]+\$?(\d+))?$/

/** Cells of a column, as a formula names them. */
type Cells = (range: string) => Value[]

const cellsOf =
  (sheets: ReadonlyMap<string, Value[][]>, own: string): Cells =>
  (range) => {
    const [, name = own, column = 'A', first = '1', last = first] = address.exec(range) ?? []
    const rows = sheets.get(name) ?? []
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, n) => rows[Number(first) - 1 + n]?.[columnOf(column)] ?? null,
    )
  }

const textOf = (cell: Value): string => (cell instanceof Date ? cell.toISOString() : String(cell ?? ''))

function fits(cell: Value, criterion: Value): boolean {
  const text = textOf(cell)
  if (typeof criterion !== 'string' || !criterion.includes('*')) return text === textOf(criterion)
  return new RegExp(`^${criterion.replace(/\*/g, '.*')}$`).test(text)
}

/** Which rows meet `range,criterion,range,criterion …`. */
function rowsFitting(list: readonly string[], cells: Cells): number[] {
  const wanted = (text: string): Value => {
    if (text.startsWith('"')) return text.slice(1, -1)
    return /^\d+$/.test(text) ? Number(text) : (cells(text)[0] ?? null)
  }
  const conditions = list.flatMap((range, n) =>
    n % 2 === 0 ? [{ values: cells(range), criterion: wanted(list[n + 1] ?? '') }] : [],
  )
  return (conditions[0]?.values ?? []).flatMap((_, n) =>
    conditions.every(({ values, criterion }) => fits(values[n] ?? null, criterion)) ? [n] : [],
  )
}

const add = (values: readonly Value[]): number =>
  values.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0)

const calls: Record<string, (args: string[], cells: Cells) => number> = {
  COUNTIF: (args, cells) => rowsFitting(args, cells).length,
  COUNTIFS: (args, cells) => rowsFitting(args, cells).length,
  COUNTA: ([range = ''], cells) => cells(range).filter((one) => one !== null && one !== '').length,
  SUM: ([range = ''], cells) => add(cells(range)),
  SUMIF: ([range = '', criterion = '', summed = ''], cells) =>
    add(rowsFitting([range, criterion], cells).map((n) => cells(summed)[n] ?? null)),
  SUMIFS: ([summed = '', ...list], cells) => {
    const values = cells(summed)
    return add(rowsFitting(list, cells).map((n) => values[n] ?? null))
  },
}

/** `COUNTA(…)-COUNTIF(…)` is the only sum of calls there is. */
function count(formula: string, cells: Cells): number {
  const values = [...formula.matchAll(/([A-Z]+)\(([^()]*)\)/g)].map(
    ([, call = '', args = '']) => calls[call]?.(args.split(','), cells) ?? NaN,
  )
  return values.slice(1).reduce((rest, one) => rest - one, values[0] ?? NaN)
}

const plain = (xml: string): string =>
  xml
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

/** The formulas of a file, counted again from the cells that another reader finds in it. */
export async function formulasIn(file: Buffer): Promise<Formula[]> {
  const read = (await readXlsxFile(file)) as unknown as { sheet: string; data: Value[][] }[]
  const sheets = new Map(read.map(({ sheet, data }) => [sheet, data]))
  const parts = unzipSync(file)
  return read.flatMap(({ sheet }, index) => {
    const xml = strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array())
    return [...xml.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map(([, escaped = '', value]) => {
      const formula = plain(escaped)
      return { formula, value: Number(value), again: count(formula, cellsOf(sheets, sheet)) }
    })
  })
}
