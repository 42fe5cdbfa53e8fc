import type { Activity } from '../activity/activity'
import { defaultDuties } from '../duty/defaultDuties'
import type { Duty } from '../duty/duty'
import type { Subject } from '../evidence/subject'
import type { Fact } from '../fact/fact'
import type { Member } from '../org/member'
import { evaluate } from '../progress/evaluate'
import type { Progress } from '../progress/progress'
import { periodByKey } from '../time/period'
import { at } from './at'
import { aMember } from './builders'

/** The row of the default table with this id. */
export const theDuty = (id: string): Duty => {
  const found = defaultDuties.find((duty) => duty.id === id)
  if (!found) throw new Error(`No such duty: ${id}`)
  return found
}

export interface Case {
  facts?: Fact[]
  activities?: Activity[]
  member?: Member
  /** Absent: the member. */
  subject?: Subject
  /** Key; absent: the period of 22 September 2026. */
  period?: string
  /** Absent: 22 September 2026, 18:00. */
  now?: number
  /** Changes to the duty. */
  over?: Partial<Duty>
}

const running = { month: '2026-09', quarter: '2026-Q3', half: '2026-H2', year: '2026' }

/** What a default duty says of the case: `progressOf('member_study', { facts: [aFact()] })`. */
export const progressOf = (id: string, given: Case = {}): Progress => {
  const duty = { ...theDuty(id), ...given.over }
  return evaluate({
    duty,
    subject: given.subject ?? { type: 'member', member: given.member ?? aMember() },
    period: periodByKey(given.period ?? running[duty.period]),
    facts: given.facts ?? [],
    activities: given.activities ?? [],
    now: given.now ?? at('2026-09-22 18:00'),
  })
}
