import { kindLabels } from '../activity/kindLabels'
import { factItems } from '../contract/lists'
import type { ActivityKind, DoneBy, FactItem } from '../contract/words'
import { doneBy, heldKindOf } from '../duty/doneBy'
import type { Duty } from '../duty/duty'
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

/** Names of the 事项, as the work committee puts them in order. */
export const factItemLabels: Record<FactItem, string> = { ...kindLabels, ...memberLabels }

/** Under which 事项 a duty stands: `itemOf(the rule of 帮扶走访) // 'visit'`. */
export const itemOf = (duty: Pick<Duty, 'counts' | 'conditions' | 'period'>): FactItem =>
  heldKindOf(duty) ?? ofMembers[doneBy(duty)]

/** Every 事项 once: as the county has put them, those it has never heard of last, in their customary order. */
export const factOrderOf = (saved: readonly FactItem[] = []): FactItem[] => wholeOrder(saved, factItems)

/** Compares duties by their 事项, those of one 事项 by their rules' own order. */
export const byFactOrder =
  (order: readonly FactItem[]) =>
  (a: Duty, b: Duty): number =>
    order.indexOf(itemOf(a)) - order.indexOf(itemOf(b)) || a.order - b.order || (a.id < b.id ? -1 : 1)
