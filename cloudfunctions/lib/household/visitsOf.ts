import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Member } from '@domain/org/member'
import { periodOf } from '@domain/period/period'
import { evaluate } from '@domain/progress/evaluate'
import type { Fact } from '@domain/progress/fact'
import { readDuties } from '../caller/readDuties'
import { between } from '../wx/conditions'
import { find } from '../wx/find'

interface Visits {
  facts: Fact[]
  done: number
  /** null: no rule asks for visits in that month. */
  needed: number | null
}

/** A member's visits in the month of an instant, and what the evaluator makes of them. */
export async function visitsOf(member: Member, at: number, now: number): Promise<Visits> {
  const period = periodOf('month', at)
  const where = { memberId: member._id, kind: 'visit', occurredOn: between(period.from, period.to) }
  const [duties, facts] = await Promise.all([readDuties(now), find('facts', where)])
  const duty = dutiesFor(duties, period).find(({ counts }) => counts.what === 'visited')
  if (!duty) return { facts, done: facts.length, needed: null }
  const subject = { type: 'member' as const, member }
  const { done, needed } = evaluate({ duty, subject, period, facts, activities: [], now })
  return { facts, done, needed }
}
