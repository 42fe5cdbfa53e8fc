import type { Way } from '../contract/words'
import type { Duty } from '../duty/duty'
import type { JudgedFact } from '../fact/fact'
import type { NotCountedReason, SeenRecord } from './seenRecord'

/** The organiser's side was there and did it: such a registration confirms itself; posters, lists and back-fills wait for someone. */
const confirmsItself: readonly Way[] = ['scan', 'member_code', 'roll_call']

/** Why a fact by itself does not count, its activity or household aside. */
export const judgeFact = (fact: JudgedFact, duty: Pick<Duty, 'conditions'>): NotCountedReason | null => {
  if (fact.annulled) return 'annulled'
  if (fact.confirmed) return null
  if (fact.confirmed === null) return 'waiting_confirmation'
  if (!duty.conditions.includes('confirmed')) return null
  return fact.kind === 'attendance' && confirmsItself.includes(fact.way) ? null : 'waiting_confirmation'
}

/** Those that wait for someone's confirmation go last: one that waits must not take the place of one that counts. */
export const waitingLast = (
  facts: readonly JudgedFact[],
  duty: Pick<Duty, 'conditions'>,
): readonly JudgedFact[] => {
  const waits = (fact: JudgedFact) => judgeFact(fact, duty) === 'waiting_confirmation'
  return facts.some(waits) ? [...facts.filter((one) => !waits(one)), ...facts.filter(waits)] : facts
}

/** A fact as a line of the Why sheet. `late`: of an activity that was entered after its day. */
export const seenFact = (fact: JudgedFact, title: string, late = false): SeenRecord => {
  const record: SeenRecord = { id: fact._id, title, at: fact.occurredAt, way: fact.way }
  if (fact.activityKind) record.kind = fact.activityKind
  if (late || fact.way === 'backfill') record.backfilled = true
  if (fact.kind === 'make_up') record.madeUp = true
  return record
}
