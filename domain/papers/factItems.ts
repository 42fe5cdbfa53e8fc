import { kindLabels } from '../activity/kindLabels'
import { factItems, headings } from '../contract/lists'
import type { Heading } from '../contract/keptLists'
import type { FactEntry } from '../contract/paper'
import type { ActivityKind, DoneBy, FactItem } from '../contract/words'
import { doneBy, heldKindOf } from '../duty/doneBy'
import type { Duty } from '../duty/duty'
import { headingLabels } from '../keptLists/template'
import { wholeOrder } from './order'

/** What members do, by how it is done; `holding` of a rule that names no kind. */
const ofMembers: Record<DoneBy, FactItem> = {
  holding: 'tick',
  meeting: 'attended',
  service: 'service',
  visit: 'visit',
  deed: 'deed',
  lecture: 'lecturing',
  contact_lecture: 'lecturing',
  dues: 'dues',
  talk: 'talk',
  tick: 'tick',
}

const memberLabels: Record<Exclude<FactItem, ActivityKind>, string> = {
  attended: '党员参加学习',
  service: '志愿服务',
  visit: '帮扶走访',
  deed: '办实事',
  lecturing: '领导干部讲党课',
  dues: '党费',
  talk: '谈心谈话',
  tick: '其他登记事项',
}

/** Names of the 事项 and of 五个基本, as the work committee puts them in order. */
export const factEntryLabels: Record<FactEntry, string> = { ...kindLabels, ...memberLabels, ...headingLabels }

/** Under which 事项 a duty stands: `itemOf(the rule of 帮扶走访) // 'visit'`. */
export const itemOf = (duty: Pick<Duty, 'counts' | 'conditions' | 'period'>): FactItem =>
  heldKindOf(duty) ?? ofMembers[doneBy(duty)]

/** Every 事项 once: as the county has put them, those it has never heard of last, in their customary order. */
export const factOrderOf = (saved: readonly FactEntry[] = []): FactEntry[] =>
  wholeOrder<FactEntry>(saved, factItems)

/** Compares duties by their 事项, those of one 事项 by their rules' own order. */
export const byFactOrder =
  (order: readonly FactEntry[]) =>
  (a: Duty, b: Duty): number =>
    order.indexOf(itemOf(a)) - order.indexOf(itemOf(b)) || a.order - b.order || (a.id < b.id ? -1 : 1)

export const isHeading = (entry: FactEntry): entry is Heading => headings.some((one) => one === entry)

/** The one of 五个基本 that stands over a 事项; undefined where the county has put none above it. */
export const headingOver = (order: readonly FactEntry[], item: FactItem): Heading | undefined =>
  order.slice(0, order.indexOf(item)).filter(isHeading).pop()

/**
 * Where a 事项 is put first when a county wants 五个基本. The speech names the five (DUTIES row 54) and no rule says what stands under which: the work
 * committee moves them as the form above has them. A meeting is 基本制度.
 */
const firstUnder: Partial<Record<FactItem, Heading>> = {
  attended: 'team',
  service: 'team',
  visit: 'team',
  deed: 'team',
  dues: 'support',
}

/** The same order under 五个基本, to be moved by hand from there. */
export const underHeadings = (order: readonly FactEntry[]): FactEntry[] => {
  const items = order.filter((entry) => !isHeading(entry))
  return headings.flatMap((heading) => [
    heading,
    ...items.filter((item) => (firstUnder[item] ?? 'system') === heading),
  ])
}

/** Without 五个基本 again, as the 事项 follow one another. */
export const withoutHeadings = (order: readonly FactEntry[]): FactEntry[] =>
  order.filter((entry) => !isHeading(entry))
