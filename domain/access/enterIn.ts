import type { Action } from '../contract/actions'
import type { DoneBy } from '../contract/words'
import { doneBy } from '../duty/doneBy'
import type { Duty } from '../duty/duty'
import type { Member } from '../org/member'
import { membershipOn } from '../org/membershipOn'
import type { Tree } from '../org/tree'
import { type Day, startOfDay } from '../time/day'
import { isClosed } from '../time/entryDeadline'
import type { Period } from '../time/period'
import type { WorkCalendar } from '../time/workCalendar'
import { mayDo } from './mayDo'
import type { Person } from './person'

/** What a branch enters of its members (DUTIES rows 14, 19, 20, 21), by which action. All else is done at meetings, by the member or with a community. */
const enters: Partial<Record<DoneBy, Action>> = { dues: 'deed.tick', tick: 'deed.tick', talk: 'talk.enter' }

interface Asking {
  caller: Person
  today: Day
  tree: Tree
  /** (ms) */
  now: number
  calendar: WorkCalendar
}

/**
 * The branch on whose pages somebody enters a member's number, until the fifth workday after its period; undefined: it is not entered, not by them, or no
 * more. `enterIn(member, { duty: dues, period: september }, secretary) // 'branch1'`
 */
export function enterIn(
  member: Member,
  { duty, period }: { duty: Duty; period: Period },
  { caller, today: day, tree, ...when }: Asking,
): string | undefined {
  const action = enters[doneBy(duty)]
  const { branchId } = membershipOn(member, day) ?? {}
  if (!action || branchId === undefined) return undefined
  const isOpen = startOfDay(period.from) <= when.now && !isClosed(period, when)
  return isOpen && mayDo(action, caller, { day, branchId }, tree) ? branchId : undefined
}
