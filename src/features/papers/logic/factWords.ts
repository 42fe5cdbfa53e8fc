import type { BranchTable, CountyTable, MembersTable } from '@domain/contract/factTable'
import { paperSpan, titleOf } from '@domain/papers/paperSpan'
import { formatYearDay } from '@domain/time/format'
import { besideFacts, waitsWords } from '@/words/besideWords'
import type { Months } from '../hooks/useFactPapers'

/** 2026年上半年, 2026年9月, 2026年2月至5月. */
export function spanWords({ from, until }: Months): string {
  const span = paperSpan(from, until)
  return span ? titleOf(span) : ''
}

/** 1–6月, 9月, 2025年11月–2026年2月: the months under the title. */
export function monthsWords({ from, until }: Months): string {
  const [first, last] = [from, until].map((month) => ({
    year: month.slice(0, 4),
    number: Number(month.slice(5)),
  })) as [MonthOf, MonthOf]
  if (first.year !== last.year) return `${first.year}年${first.number}月–${last.year}年${last.number}月`
  return first.number === last.number ? `${first.number}月` : `${first.number}–${last.number}月`
}
interface MonthOf {
  year: string
  number: number
}

type Line = BranchTable['lines'][number]

/** As a line is called where its rule was changed inside the span: 主题党日（1月至6月）. */
export const lineName = ({ label, when }: Pick<Line, 'label' | 'when'>): string =>
  when === '' ? label : `${label}（${when}）`

/** Periods named under a line; the others stand in its sheet. */
const NAMED = 3

/** 3月、5月还没有记录; of more than a few the first ones and how many there are. */
export function openWords(open: readonly string[]): string | undefined {
  if (open.length === 0) return undefined
  const named = open.slice(0, NAMED).join('、')
  return open.length > NAMED ? `${named}等 ${open.length} 期暂无记录` : `${named}暂无记录`
}

/** Some facts in one line under a name; undefined where there are none. */
export const subWords = (...facts: (string | false | undefined)[]): string | undefined =>
  facts.filter(Boolean).join('，') || undefined

/** What a 事项 comes to, said in a sentence above its records. */
export function lineWords({ needed, done, late, besides, waits = 0 }: Line): string {
  const asked = needed === null ? `已开展 ${done}，没有次数要求` : `应开展 ${needed}，已开展 ${done}`
  return [asked, `其中补录 ${late}`, besides > 0 && `另有 ${besides}（比要求多出的）`, waitsWords(waits)]
    .filter(Boolean)
    .join('，')
}

/** Above the members behind a number. */
export const membersWords = ({ owing, needed, done, waits }: MembersTable['lines'][number]): string =>
  `${[`${owing} 人应完成 ${needed}`, `已完成 ${done}`, ...besideFacts({ waits })].join('，')}。按名册次序，不排名。`

/** Above the branches behind a number. */
export const placesWords = ({ owed, done, ...beside }: CountyLine, measure: string): string =>
  `${[`合计 ${done}/${owed}`, ...besideFacts(beside), `按${measure}计`].join('，')}。按组织序列，不排名。`
type CountyLine = CountyTable['groups'][number]['lines'][number]

/** Of the work committee's sums what is not in them yet. */
export const leftWords = ({ left }: Pick<CountyTable, 'left'>): string | undefined =>
  left.length === 0 ? undefined : `${left.join('、')}的录入还没有截止，不在表里`

export const asOfWords = ({ asOf }: Pick<BranchTable | MembersTable, 'asOf'>): string =>
  `截至${formatYearDay(asOf)}`
