import type { ActivityKind, DoneBy } from '../contract/words'
import type { Duty } from './duty'

type Rule = Pick<Duty, 'counts' | 'conditions' | 'period'>

/**
 * How a duty is done, from what its rule counts. A tick of a month is the dues, which are paid by the month (党员教育管理工作条例 art. 16, 按期交纳党费);
 * the other ticks stand for what is done 定期.
 * `doneBy(the rule of 帮扶走访) // 'visit'`
 */
export const doneBy = ({ counts, conditions, period }: Rule): DoneBy => {
  switch (counts.what) {
    case 'attended':
      return counts.kinds.includes('community_service') ? 'service' : 'meeting'
    case 'visited':
      return 'visit'
    case 'deed':
      return 'deed'
    case 'ticked':
      return period === 'month' ? 'dues' : 'tick'
    case 'lectured':
      return conditions.includes('own_contact_point') ? 'contact_lecture' : 'lecture'
    case 'talked':
      return 'talk'
    case 'held':
      return 'holding'
  }
}

/** The kind of activity that fills a rule by being held; absent where a rule is filled otherwise. */
export const heldKindOf = ({ counts }: Pick<Duty, 'counts'>): ActivityKind | undefined =>
  counts.what === 'held' ? counts.kinds[0] : undefined

/** Only a community's service is voluntary: 因故不能参加 closes it (志愿服务条例 art. 25). */
export const isVoluntary = (rule: Rule): boolean => doneBy(rule) === 'service'
