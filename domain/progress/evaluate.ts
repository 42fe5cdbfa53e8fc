import type { JudgedActivity } from '../activity/activity'
import type { Duty } from '../duty/duty'
import { collectAttended } from '../evidence/attended'
import { collectDeeds, owesEachSide } from '../evidence/deeds'
import { collectEntered, collectVisited } from '../evidence/entered'
import { collectHeld } from '../evidence/held'
import { type ActivityIndex, indexActivities } from '../evidence/indexActivities'
import { collectLectured } from '../evidence/lectured'
import { nothingSeen, type Question, type Seen } from '../evidence/question'
import { spanOf } from '../evidence/spanOf'
import type { Subject } from '../evidence/subject'
import type { JudgedFact } from '../fact/fact'
import { type FactIndex, indexFacts } from '../fact/indexFacts'
import { judgedDay } from '../org/membershipOn'
import type { Period } from '../time/period'
import { notOwed } from './notOwed'
import type { Progress } from './progress'
import { stateOf } from './stateOf'

/**
 * Facts and activities: a superset in any order, duplicates allowed; an index (indexFacts, indexActivities) when many subjects are evaluated.
 * Activities must hold those the facts point at and the subject's calendar of the period.
 */
export interface Evidence {
  facts: readonly JudgedFact[] | FactIndex
  activities: readonly JudgedActivity[] | ActivityIndex
}

const collect = (question: Question, subject: Subject): Seen => {
  const { counts } = question.duty
  if (subject.type !== 'member')
    return counts.what === 'held' ? collectHeld(question, subject, counts.kinds) : nothingSeen()
  switch (counts.what) {
    case 'attended':
      return collectAttended(question, subject.member, counts.kinds)
    case 'visited':
      return collectVisited(question, subject.member)
    case 'deed':
      return collectDeeds(question, subject.member)
    case 'talked':
      return collectEntered(question, subject.member, 'talk')
    case 'ticked':
      return collectEntered(question, subject.member, 'tick')
    case 'lectured':
      return collectLectured(question, subject.member)
    case 'held':
      return nothingSeen()
  }
}

/** The minimum; with one asked of each side (a setting), that for the community and that for the household. */
const neededOf = ({ duty, period, now }: Question, subject: Subject): number | null => {
  if (duty.minimum === null || subject.type !== 'member') return duty.minimum
  return owesEachSide(duty, subject.member, judgedDay(period, now)) ? 2 * duty.minimum : duty.minimum
}

/**
 * What one duty says of one subject in one period: the number, and the reasons it was counted from. There is no second, faster way to a number.
 * `evaluate({ duty, subject: { type: 'member', member }, period, facts, activities, now }).missing // 1`
 */
export const evaluate = (
  input: { duty: Duty; subject: Subject; period: Period; now: number } & Evidence,
): Progress => {
  const { duty, subject, period, now } = input
  const question: Question = {
    duty,
    period,
    ...spanOf(period),
    facts: indexFacts(input.facts),
    activities: indexActivities(input.activities),
    now,
  }
  const seen = collect(question, subject)
  const { counted, notCounted, planned } = seen
  const done = counted.length
  const needed = neededOf(question, subject)
  const reachable = Math.min(needed ?? 0, seen.offered ?? Infinity)
  // 因故不能参加 closes a gap; it takes nothing from what was done.
  const excused = seen.declined === true && needed !== null && done < needed
  const lifted = notOwed(duty, subject, period, now) ?? (excused ? 'excused' : null)
  const progress: Progress = {
    dutyId: duty.id,
    version: duty.version,
    subjectId: subject.type === 'member' ? subject.member._id : subject.organisation._id,
    period,
    state: lifted ? 'not_owed' : stateOf(done, needed, reachable, seen),
    done,
    needed,
    missing: lifted ? 0 : Math.max(0, reachable - done),
    counted,
    notCounted,
    planned,
  }
  if (lifted) progress.notOwed = lifted
  return progress
}
