import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import type { Period } from '@domain/time/period'
import type { DoneByMembers } from './doneByMembers'
import type { HeldMeetings, Told } from './heldMeetings'
import { standingOn } from './rows'
import type { Waiting } from './waiting'

/** More than a period asks for fills no other; where nothing is asked nothing is added. */
export const sumOf = (all: readonly Told[]) => {
  const asked = all.flatMap((one) => one ?? [])
  return {
    needed: asked.reduce((sum, { needed }) => sum + (needed ?? 0), 0),
    done: asked.reduce((sum, { needed, done }) => sum + Math.min(done, needed ?? done), 0),
  }
}

/** What the rows are counted by: as they are, as they would be without what was entered afterwards, and what waits. */
export interface Counted {
  held: HeldMeetings
  byMembers: DoneByMembers
  inTime: { held: HeldMeetings; byMembers: DoneByMembers }
  waiting: Waiting
}

export interface Tally {
  done: number
  owed: number
  late: number
  waits: number
}

export const nothing: Tally = { done: 0, owed: 0, late: 0, waits: 0 }

export const bothOf = (one: Tally, other: Tally): Tally => ({
  ...{ done: one.done + other.done, owed: one.owed + other.owed },
  ...{ late: one.late + other.late, waits: one.waits + other.waits },
})

const isMet = (told: Told): boolean => told?.needed != null && told.done >= told.needed

function ofMember(member: Member, duty: Duty, period: Period, counted: Counted): Tally {
  const told = counted.byMembers.told(member, duty, period)
  if (!told || told.needed === null) return nothing
  const isLate = isMet(told) && !isMet(counted.inTime.byMembers.told(member, duty, period))
  const waits = counted.waiting.of(member, duty, period)
  return { done: isMet(told) ? 1 : 0, owed: 1, late: isLate ? 1 : 0, waits }
}

/** Of a place and a rule in a period, as the county adds it up: the periods done of those owed, of members the heads. */
export function tallyOf(place: Organisation, duty: Duty, period: Period, counted: Counted): Tally {
  const { held, byMembers, inTime } = counted
  if (!standingOn(place, period.to)) return nothing
  if (duty.subject === 'member')
    return byMembers
      .of(place._id, period)
      .map((one) => ofMember(one, duty, period, counted))
      .reduce(bothOf, nothing)
  const told = held.told(place, duty, period)
  if (!told || told.needed === null) return nothing
  const then = inTime.held.told(place, duty, period)
  const waits = held.waits(place, duty, period)
  if (duty.subject === 'group')
    return { done: told.done, owed: told.needed, late: told.done - (then?.done ?? 0), waits }
  const isLate = isMet(told) && !isMet(then)
  return { done: isMet(told) ? 1 : 0, owed: 1, late: isLate ? 1 : 0, waits }
}
