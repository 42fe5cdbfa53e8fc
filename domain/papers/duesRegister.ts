import type { Day } from '../time/day'
import type { Period } from '../time/period'
import { periodName } from './fileName'
import { columnRange, type SheetCell, type SheetPaper } from './paper'

/** Ticked on a day; not yet; or nothing this branch could know: they paid elsewhere, or were no member. */
export type DuesMonth = { on: Day } | 'open' | 'elsewhere'

interface Asked {
  organisation: string
  year: Period
  /** In register order, the twelve months of each. */
  payers: readonly { name: string; months: readonly DuesMonth[] }[]
}

const TICK = '✓'
/** Columns before January. */
const HEAD = 2

/** `✓ 09-05`: when it was ticked. */
const cellOf = (month: DuesMonth): string =>
  month === 'open' ? '' : month === 'elsewhere' ? '暂无记录' : `${TICK} ${month.on.slice(5)}`

/** How many are ticked in a month, counted from the cells above. */
const tickedIn = (month: number, { payers }: Asked): SheetCell => ({
  formula: `COUNTIF(${columnRange(HEAD + month, payers.length)},"${TICK}*")`,
  value: payers.filter(({ months }) => typeof months[month] === 'object').length,
})

/** 党费登记表 of a year: who is ticked in which month. 标准, 金额 and the signature are the hand's: no amount is known here. */
export function duesRegister(asked: Asked): SheetPaper {
  const { organisation, year, payers } = asked
  const months = Array.from({ length: 12 }, (_, index) => index)
  const total: SheetCell[] = ['', '已登记人数', ...months.map((month) => tickedIn(month, asked)), '', '', '']
  return {
    sheets: [
      {
        name: '党费登记表',
        title: '党费登记表',
        note: `${organisation}　${periodName(year)}　${TICK}和登记日期；标准、金额和签字由支部手写`,
        columns: [
          { title: '序号', width: 5 },
          { title: '姓名', width: 10 },
          ...months.map((month) => ({ title: `${month + 1}月`, width: 9 })),
          { title: '标准', width: 9 },
          { title: '金额', width: 9 },
          { title: '收款人签字', width: 12 },
        ],
        rows: [
          ...payers.map(({ name, months: own }, index) => [index + 1, name, ...own.map(cellOf), '', '', '']),
          total,
        ],
      },
    ],
  }
}
