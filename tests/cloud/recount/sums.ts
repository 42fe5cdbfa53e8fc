import type { Duty } from '@domain/duty/duty'
import type { Organisation } from '@domain/org/organisation'
import type { Period } from '@domain/time/period'
import type { DoneByMembers } from './doneByMembers'
import type { HeldMeetings, Told } from './heldMeetings'
import { standingOn } from './rows'

/** More than a period asks for fills no other; where nothing is asked nothing is added. */
export const sumOf = (all: readonly Told[]) => {
  const asked = all.flatMap((one) => one ?? [])
  return {
    needed: asked.reduce((sum, { needed }) => sum + (needed ?? 0), 0),
    done: asked.reduce((sum, { needed, done }) => sum + Math.min(done, needed ?? done), 0),
  }
}

/** Of a place and a rule in a period, as the county adds it up: the periods done of those owed, of members the heads. */
export function tallyOf(
  place: Organisation,
  duty: Duty,
  period: Period,
  { held, byMembers }: { held: HeldMeetings; byMembers: DoneByMembers },
): [done: number, owed: number] {
  if (!standingOn(place, period.to)) return [0, 0]
  if (duty.subject === 'member') {
    const told = byMembers.of(place._id, period).flatMap((one) => byMembers.told(one, duty, period) ?? [])
    const owing = told.filter(({ needed }) => needed !== null)
    return [owing.filter(({ needed, done }) => done >= (needed ?? 0)).length, owing.length]
  }
  const told = held.told(place, duty, period)
  if (!told || told.needed === null) return [0, 0]
  if (duty.subject === 'group') return [told.done, told.needed]
  return [told.done >= told.needed ? 1 : 0, 1]
}
