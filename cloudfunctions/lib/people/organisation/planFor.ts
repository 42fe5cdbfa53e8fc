import { movesOneself } from '@domain/access/movesOneself'
import type { Person } from '@domain/access/person'
import type { OrganisationChange } from '@domain/contract/organisation'
import type { ChangeRefusal } from '@domain/contract/words'
import type { Planned, Situation } from '@domain/org/change/change'
import { clashes } from '@domain/org/change/concernedIn'
import { planChange } from '@domain/org/change/planChange'
import type { Member } from '@domain/org/member'
import { addDays, type Day } from '@domain/time/day'
import { find } from '../../store/find'
import { readConcerned } from './readConcerned'
import { readRegisterNow } from './readRegisterNow'

/** Days a change may be planned ahead. */
const AHEAD = 366

/** A change as it would be carried out, and what it was planned from. */
export interface PlannedFor {
  situation: Situation
  plan: Planned
}

/**
 * Plans a change before anything is written, so that most refusals are said here. Refused with change_waiting while another change about the same
 * organisation waits for its day: that one comes first, or is cancelled.
 * Refused with needs_second_person where it moves oneself alone (movesOneself).
 */
export async function planFor(
  change: OrganisationChange,
  { on, today, newId, caller }: { on: Day; today: Day; newId: string; caller: Person },
  also: (tree: Situation['tree']) => Promise<readonly Member[]> = () => Promise.resolve([]),
): Promise<PlannedFor | ChangeRefusal | 'change_waiting' | 'needs_second_person'> {
  if (on < today || on > addDays(today, AHEAD)) return 'wrong_times'
  const waiting = await find('organisationChanges', { state: 'waiting' })
  if (waiting.some((other) => other._id !== newId && clashes(other.change, change))) return 'change_waiting'
  const tree = await readRegisterNow()
  const [concerned, others] = await Promise.all([readConcerned(change, tree, newId), also(tree)])
  const members = [...new Map([...others, ...concerned].map((member) => [member._id, member])).values()]
  const situation = { tree, members, on, newId }
  const plan = planChange(change, situation)
  if (typeof plan === 'string') return plan
  return movesOneself(change, caller, situation, plan) ? 'needs_second_person' : { situation, plan }
}
