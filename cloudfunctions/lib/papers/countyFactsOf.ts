import type { DutySubject } from '@domain/contract/words'
import { attendedLabel } from '@domain/duty/attendedLabel'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { FACT_SHEET } from '@domain/papers/branchSheet'
import type {
  CountyCell,
  CountyFacts,
  CountyGroup,
  CountyItem,
  CountyPlace,
} from '@domain/papers/countySheet'
import { byFactOrder } from '@domain/papers/factItems'
import { periodIn } from '@domain/papers/factLines'
import type { PaperSpan } from '@domain/papers/paperSpan'
import { wholePeriods } from '@domain/progress/within'
import { isClosed } from '@domain/time/entryDeadline'
import { formatDay, formatYearDay } from '@domain/time/format'
import { type Period, periodKinds } from '@domain/time/period'
import type { NumbersOf } from '../counting/county/countyWhy'
import { type Numbers, readNumbersOf } from '../counting/county/numbersOf'
import { factOrder } from '../counting/rules/factOrder'
import { readDuties } from '../entry/cached'
import { inTreeOrder } from '../entry/inTreeOrder'
import { rootOf } from '../entry/targets'
import type { Context } from '../entry/useCase'

/** A closed period, with its rules and the document its page shows. */
interface Closed {
  period: Period
  duties: readonly Duty[]
  numbers: Numbers
}

interface Group extends Pick<CountyGroup, 'of' | 'name' | 'measure'> {
  type: NumbersOf
  subjects: readonly DutySubject[]
}
const groups: readonly Group[] = [
  {
    of: 'branches',
    ...{ name: '支部事项', measure: '期' },
    ...{ type: 'branch', subjects: ['branch', 'committee', 'group'] },
  },
  { of: 'members', name: '党员事项', measure: '人次', type: 'branch', subjects: ['member'] },
  { of: 'units', name: '单位事项', measure: '期', type: 'unit', subjects: ['unit'] },
]

/** The unit a branch stands under. */
export function unitOf(tree: Tree, place: Organisation): string {
  let at = tree.get(place.parentId ?? '')
  while (at && at.type !== 'unit') at = tree.get(at.parentId ?? '')
  return at?.name ?? ''
}

const remarkOf = ({ isFounded, validFrom, validTo }: Organisation, { from, to }: PaperSpan): string =>
  [
    isFounded === true && validFrom > from && validFrom <= to && `${formatDay(validFrom)}起`,
    validTo !== undefined && validTo < to && `至${formatDay(validTo)}`,
  ]
    .filter(Boolean)
    .join('，')

/** As many as the last month, or the last period, has that knows the place. */
function membersOf(id: string, closed: readonly Closed[]): number {
  const known = closed.filter(({ numbers }) => numbers.members[id] !== undefined)
  const last = known.reduce<Closed | undefined>(
    (latest, one) => (!latest || one.period.to > latest.period.to ? one : latest),
    undefined,
  )
  return last?.numbers.members[id] ?? 0
}

/** Every place that stands in some document, in 组织序列; one that was merged away on a row of its own. */
function placesIn(
  type: NumbersOf,
  closed: readonly Closed[],
  span: PaperSpan,
  { register, now }: Context,
): CountyPlace[] {
  const tree = treeFor(register, span, now)
  const ids = new Set(closed.flatMap(({ numbers }) => Object.keys(numbers.branches)))
  return [...ids]
    .flatMap((id) => tree.get(id) ?? [])
    .filter((place) => place.type === type)
    .sort(inTreeOrder(tree))
    .map((place) => ({
      id: place._id,
      unit: unitOf(tree, place),
      name: place.name,
      members: membersOf(place._id, closed),
      remark: remarkOf(place, span),
    }))
}

/** The rules somebody owed something by, each version once. */
function itemsOf(closed: readonly Closed[], subjects: readonly DutySubject[], span: PaperSpan): CountyItem[] {
  const every = closed.flatMap(({ duties }) => duties)
  const found = new Map<string, { duty: Duty; periods: Period[] }>()
  for (const { period, duties, numbers } of closed)
    for (const duty of duties) {
      if (!subjects.includes(duty.subject)) continue
      if (!Object.values(numbers.branches).some((own) => own[duty.id])) continue
      const before = found.get(duty._id)?.periods ?? []
      found.set(duty._id, { duty, periods: [...before, period] })
    }
  const all = [...found.values()]
  return all.map(({ duty, periods }) => {
    const isOnly = all.filter((one) => one.duty.id === duty.id).length === 1
    const ends = [periods[0], periods[periods.length - 1]].flatMap((one) => (one ? periodIn(one, span) : []))
    return { duty, label: attendedLabel(duty, every), when: isOnly ? '' : [...new Set(ends)].join('至') }
  })
}

const cellsOf = (
  items: readonly CountyItem[],
  places: readonly CountyPlace[],
  closed: readonly Closed[],
): CountyCell[] =>
  closed.flatMap(({ period, duties, numbers }) =>
    items
      .filter(({ duty }) => duties.includes(duty))
      .flatMap((item) =>
        places.flatMap(({ id }) => {
          const own = numbers.branches[id]?.[item.duty.id]
          return own ? [{ placeId: id, item, period, numbers: own }] : []
        }),
      ),
  )

/** The documents of the closed periods of a span; those that nobody has computed, as of years ago, are left out. */
async function readClosed(periods: readonly Period[], { now }: Context): Promise<Closed[]> {
  const [stored, duties] = await Promise.all([readNumbersOf(periods), readDuties(now)])
  return periods.flatMap((period) => {
    const numbers = stored.get(period.key)
    return numbers ? [{ period, duties: dutiesFor(duties, period), numbers }] : []
  })
}

/** 全县直汇总 from the documents of the county's pages: of closed periods alone, since while something may be entered nobody is named. */
export async function countyFactsOf(span: PaperSpan, context: Context): Promise<CountyFacts> {
  const { now, today, calendar, register } = context
  const all = periodKinds.flatMap((kind) => wholePeriods(kind, span)).filter(({ from }) => from <= today)
  const closed = await readClosed(
    all.filter((period) => isClosed(period, { now, calendar })),
    context,
  )
  const compare = byFactOrder(await factOrder())
  const made = groups.map(({ of, name, measure, type, subjects }): CountyGroup => {
    const items = itemsOf(closed, subjects, span).sort((a, b) => compare(a.duty, b.duty))
    const places = placesIn(type, closed, span, context)
    return { of, name, measure, places, items, cells: cellsOf(items, places, closed) }
  })
  return {
    organisation: rootOf(treeFor(register, span, now))?.name ?? '',
    span,
    asOf: formatYearDay(today),
    title: `全县直${FACT_SHEET}`,
    groups: made.filter(({ items }) => items.length > 0),
    left: all
      .filter(({ key }) => !closed.some(({ period }) => period.key === key))
      .map((period) => periodIn(period, span)),
  }
}
