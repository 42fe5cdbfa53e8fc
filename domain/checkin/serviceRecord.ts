import type { MissedRecord } from '../contract/words'
import type { Fact } from '../fact/fact'

/** As `missedRecord` has it; registered: there is nothing to put right. */
export type ServiceRecord = MissedRecord | 'registered'

/** How one's own record of a community's service stands. `serviceRecord(undefined) // 'none'` */
export function serviceRecord(
  fact: Pick<Fact, 'annulled' | 'confirmed' | 'askedAt'> | null | undefined,
): ServiceRecord {
  if (!fact) return 'none'
  if (fact.annulled) return fact.askedAt === undefined ? 'struck' : 'answered'
  return fact.confirmed === null ? 'waiting' : 'registered'
}
