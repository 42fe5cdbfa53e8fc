import type { Overview, Tally } from '@domain/contract/committee'
import type { ActivityKind } from '@domain/contract/words'
import { clockOf, startOfDay } from '@domain/time/day'
import { shortPeriodLabel } from '@domain/time/format'
import { longKinds, type Period, periodByKey, type PeriodKind, periodKinds } from '@domain/time/period'

/** Monthly matters as they are usually named; what is not here follows in the cloud's order. */
const order: readonly (ActivityKind | undefined)[] = [
  'study',
  'theme_party_day',
  'committee_meeting',
  'group_meeting',
]
const placeOf = ({ kind }: Tally) => (order.includes(kind) ? order.indexOf(kind) : order.length)

/** What is counted by branches (and their groups), and what by members. */
export function splitTallies(county: readonly Tally[]) {
  const members = county.filter(({ of }) => of === 'members')
  const branches = county.filter(({ of }) => of !== 'members').sort((a, b) => placeOf(a) - placeOf(b))
  return { branches, members }
}

const by: Record<Tally['of'], string> = {
  branches: '按支部计',
  committees: '按支委会计',
  groups: '按党小组计',
  members: '按党员计',
  units: '按单位计',
}

/** 按支部计 */
export const countedBy = ({ of }: Tally): string => by[of]

/** 62 个支部: whose numbers the sum is made of. */
export const partsTitle = ({ of }: Tally, count: number): string =>
  of === 'units' ? `${count} 个单位` : `${count} 个支部`

/** How the first block is counted: 党小组会按党小组计，其余按支部计. */
export function countedText(tallies: readonly Tally[]): string {
  const others = tallies.filter(({ of }) => of !== 'branches')
  if (others.length === 0) return by.branches
  const named = others.map(({ label, of }) => `${label}${by[of]}`)
  return [...named, ...(others.length < tallies.length ? [`其余${by.branches}`] : [])].join('，')
}

const shortLabels: Partial<Record<ActivityKind, string>> = {
  study: '学习',
  theme_party_day: '党日',
  group_meeting: '小组会',
  general_meeting: '党员大会',
  seminar: '研讨',
  democratic_review: '评议',
  org_life_meeting: '生活会',
}

export interface BranchColumn {
  dutyId: string
  label: string
}

/** The columns of the table of branches: what the branch itself holds. */
export const branchColumns = (county: readonly Tally[]): BranchColumn[] =>
  splitTallies(county)
    .branches.filter(({ of }) => of !== 'units')
    .map(({ dutyId, kind, label }) => ({ dutyId, label: (kind && shortLabels[kind]) ?? label }))

/** What a unit itself owes. */
export const unitColumns = (county: readonly Tally[]): BranchColumn[] =>
  county.filter(({ of }) => of === 'units').map(({ dutyId, label }) => ({ dutyId, label }))

type Cell = NonNullable<Overview['branches']>[number]['cells'][number]
/** done: a tick; count: several are owed; none: nothing recorded; not_owed: not set up there. */
export type CellFace = { face: 'done' | 'none' | 'not_owed' } | { face: 'count'; done: number; owed: number }

export function faceOf(cell: Cell | undefined, counted: boolean): CellFace {
  if (!cell || cell.owed === 0) return { face: 'not_owed' }
  if (counted) return { face: 'count', done: cell.done, owed: cell.owed }
  return { face: cell.done >= cell.owed ? 'done' : 'none' }
}

/** 县委办公室 of 县委办公室党支部; a numbered branch keeps its name. */
export function shortBranchName(name: string): string {
  const short = name.replace(/党支部$/, '')
  return /第[一二三四五六七八九十]+$/.test(short) ? name : short
}

/** 2026年9月, 2026年第三季度, 2026年上半年, 2026年 */
export function periodChoice(key: string): string {
  const period = periodByKey(key)
  const { year } = clockOf(startOfDay(period.from))
  const label = shortPeriodLabel(period)
  return label.startsWith(`${year}`) ? label : `${year}年${label}`
}

/** 9月, 第三季度, 上半年: where the year stands elsewhere on the page. */
export const periodTitle = (key: string): string => shortPeriodLabel(periodByKey(key))

/** Of the closed periods those with a table of branches: of a longer one each number opens to its branches. */
export const closedPeriods = ({ closed }: Pick<Overview, 'closed'>): string[] =>
  closed.filter((key) => !isLongPeriod(key))

/** A half-year or a year, whose numbers are those of the periods in it. */
export const isLongPeriod = (key: string): boolean => longKinds.some((kind) => kind === periodByKey(key).kind)

/** Periods one tap away: the running month, the last closed quarter and half-year, and the running year. */
export function nearPeriods({ periods, closed }: Pick<Overview, 'periods' | 'closed'>): string[] {
  const first = (kind: PeriodKind, keys: readonly string[]) =>
    keys.find((key) => periodByKey(key).kind === kind) ?? []
  return [
    first('month', periods),
    first('quarter', closed),
    first('half', closed),
    first('year', periods),
  ].flat()
}

/** The newest closed half-year and year, by the closed months: each is closed with its last month. */
export function closedSpans(months: readonly string[]): string[] {
  const last = (...ends: string[]) => months.find((month) => ends.some((end) => month.endsWith(end)))
  const [half, year] = [last('-06', '-12'), last('-12')]
  return [
    ...(half === undefined ? [] : [`${half.slice(0, 4)}-H${half.endsWith('-06') ? 1 : 2}`]),
    ...(year === undefined ? [] : [year.slice(0, 4)]),
  ]
}

/** The last month of a closed period: 2026-06 of 2026-Q2. */
export const monthIn = ({ to }: Pick<Period, 'to'>): string => to.slice(0, 7)

/** Where a part of a number opens: at the first month without a record, else at the last one of the period. */
export const monthOfPart = (open: readonly string[] = [], period: Pick<Period, 'to'>): string =>
  open.find((key) => periodByKey(key).kind === 'month') ?? monthIn(open[0] ? periodByKey(open[0]) : period)

/** 3月、5月 */
export const periodNames = (keys: readonly string[]): string => keys.map(periodTitle).join('、')

/** Tallies by how often they are owed; of a month or quarter there is one block. */
export const byLength = (county: readonly Tally[]): { every?: PeriodKind; county: Tally[] }[] =>
  county.some(({ every }) => every)
    ? periodKinds.flatMap((every) => {
        const own = county.filter((tally) => tally.every === every)
        return own.length > 0 ? [{ every, county: own }] : []
      })
    : [{ county: [...county] }]
