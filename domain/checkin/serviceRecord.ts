import type { Fact } from '../fact/fact'

/**
 * How one's own record of a community's service stands, for 申请更正: none · struck: the community said one was not there · waiting: it is asked ·
 * answered: it said no to that as well, and is not asked again · registered: there is nothing to put right.
 */
export type ServiceRecord = 'none' | 'struck' | 'waiting' | 'answered' | 'registered'

/** `serviceRecord(undefined) // 'none'` */
export function serviceRecord(
  fact: Pick<Fact, 'annulled' | 'confirmed' | 'askedAt'> | null | undefined,
): ServiceRecord {
  if (!fact) return 'none'
  if (fact.annulled) return fact.askedAt === undefined ? 'struck' : 'answered'
  return fact.confirmed === null ? 'waiting' : 'registered'
}
