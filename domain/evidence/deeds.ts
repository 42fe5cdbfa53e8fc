import type { DeedSide } from '../contract/words'
import type { Duty } from '../duty/duty'
import type { JudgedFact } from '../fact/fact'
import type { Member } from '../org/member'
import { isInForce, judgedDay } from '../org/membershipOn'
import type { Day } from '../time/day'
import { isUnfinished } from './entered'
import { factsOf, happenedIn } from './factsOf'
import { judgeFact, seenFact, waitingLast } from './judgeFact'
import { nothingSeen, put, type Question, type Seen } from './question'
import type { NotCountedReason } from './seenRecord'

/** 社区与帮扶户各计 (a setting): whoever has a household that day owes the minimum for each; who has none owes it once, for whomever. */
export const owesEachSide = (duty: Pick<Duty, 'conditions'>, member: Member, day: Day): boolean =>
  duty.conditions.includes('each_side') && member.households.some((link) => isInForce(link, day))

const sideOf = ({ detail }: JudgedFact): DeedSide =>
  detail?.beneficiary === 'household' ? 'household' : 'community'

/** 实事 closed and confirmed; where each side is asked for, what one side has beyond its own does nothing for the other. */
export const collectDeeds = (question: Question, member: Member): Seen => {
  const { duty, period, now, facts } = question
  const seen = nothingSeen()
  const room = owesEachSide(duty, member, judgedDay(period, now)) ? (duty.minimum ?? Infinity) : Infinity
  const filled = { community: 0, household: 0 }
  const deeds = happenedIn(factsOf(facts, member._id, 'deed'), question).filter((fact) => !isUnfinished(fact))
  const judge = (fact: JudgedFact): NotCountedReason | null => {
    const reason = judgeFact(fact, duty)
    if (reason !== null && reason !== 'waiting_confirmation') return reason
    const side = sideOf(fact)
    if (filled[side] >= room) return 'side_has_enough'
    filled[side] += 1
    return reason
  }
  for (const fact of waitingLast(deeds, duty))
    put(seen, seenFact(fact, fact.detail?.title ?? duty.label), judge(fact))
  return seen
}
