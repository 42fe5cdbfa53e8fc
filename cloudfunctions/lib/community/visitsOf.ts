import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { evaluate } from '@domain/progress/evaluate'
import { contains, periodOf, previousPeriod } from '@domain/time/period'
import { readDuties } from '../entry/cached'
import { between } from '../store/conditions'
import { find } from '../store/find'

interface Visits {
  facts: Fact[]
  /** With those of the month before, which may be entered still. */
  recent: Fact[]
  done: number
  /** null: no rule asks for visits in that month. */
  needed: number | null
}

/** A member's visits in the month of an instant, and what the evaluator makes of them. */
export async function visitsOf(member: Member, at: number, now: number): Promise<Visits> {
  const period = periodOf('month', at)
  const where = {
    memberId: member._id,
    kind: 'visit',
    occurredOn: between(previousPeriod(period).from, period.to),
  }
  const [duties, recent] = await Promise.all([readDuties(now), find('facts', where)])
  const facts = recent.filter(({ occurredOn }) => contains(period, occurredOn))
  const duty = dutiesFor(duties, period).find(({ counts }) => counts.what === 'visited')
  if (!duty) return { facts, recent, done: facts.length, needed: null }
  const subject = { type: 'member' as const, member }
  const { done, needed } = evaluate({ duty, subject, period, facts, activities: [], now })
  return { facts, recent, done, needed }
}
