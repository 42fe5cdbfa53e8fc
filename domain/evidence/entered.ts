import type { FactKind } from '../contract/words'
import type { JudgedFact } from '../fact/fact'
import type { Member } from '../org/member'
import { isInForce } from '../org/membershipOn'
import { contains, periodByKey } from '../time/period'
import { factsOf, happenedIn } from './factsOf'
import { judgeFact, seenFact, waitingLast } from './judgeFact'
import { nothingSeen, put, type Question, type Seen } from './question'
import type { NotCountedReason } from './seenRecord'

/** A tick may be made after its period. One for a month counts in the quarter, half-year and year that hold the month. */
const isTickFor = ({ dutyId, periodKey }: JudgedFact, { duty, period }: Question): boolean => {
  if (dutyId !== duty.id || periodKey === undefined) return false
  if (periodKey === period.key) return true
  // No month holds another period than itself, and most ticks are of months.
  if (period.kind === 'month') return false
  const ticked = periodByKey(periodKey)
  return contains(period, ticked.from) && contains(period, ticked.to)
}

type EnteredKind = Extract<FactKind, 'talk' | 'tick'>

const enteredFor = (question: Question, member: Member, kind: EnteredKind): readonly JudgedFact[] => {
  const all = factsOf(question.facts, member._id, kind)
  return kind === 'tick' ? all.filter((fact) => isTickFor(fact, question)) : happenedIn(all, question)
}

/** Whether a deed is only claimed, or dropped again: nothing has been done yet that somebody could confirm. */
export const isUnfinished = ({ kind, confirmed, detail }: JudgedFact): boolean =>
  kind === 'deed' && !confirmed && (detail?.state === 'claimed' || detail?.state === 'dropped')

/** Talks and ticks: what is entered counts, once it is confirmed where the duty asks for it. */
export const collectEntered = (question: Question, member: Member, kind: EnteredKind): Seen => {
  const seen = nothingSeen()
  for (const fact of enteredFor(question, member, kind))
    put(seen, seenFact(fact, fact.detail?.title ?? question.duty.label), judgeFact(fact, question.duty))
  return seen
}

/** Visits to one's own household: two households on one trip are two, one household twice on one day is one. */
export const collectVisited = (question: Question, member: Member): Seen => {
  const { duty } = question
  const seen = nothingSeen()
  const visited: JudgedFact[] = []
  const isRepeated = (fact: JudgedFact) =>
    visited.some((other) => other.householdId === fact.householdId && other.occurredOn === fact.occurredOn)
  const judge = (fact: JudgedFact): NotCountedReason | null => {
    if (fact.annulled) return 'annulled'
    const own = member.households.some(
      (link) => link.householdId === fact.householdId && isInForce(link, fact.occurredOn),
    )
    if (duty.conditions.includes('own_household') && !own) return 'not_own_household'
    return isRepeated(fact) ? 'same_household_same_day' : judgeFact(fact, duty)
  }
  const visits = happenedIn(factsOf(question.facts, member._id, 'visit'), question)
  for (const fact of waitingLast(visits, duty)) {
    const reason = judge(fact)
    put(seen, seenFact(fact, '入户走访'), reason)
    if (reason === null || reason === 'waiting_confirmation') visited.push(fact)
  }
  return seen
}
