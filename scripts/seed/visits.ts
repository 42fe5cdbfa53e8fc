import type { Household } from '@cloud/lib/identity/household'
import type { Member } from '@domain/org/member'
import type { Fact } from '@domain/progress/fact'
import { weekdayOf } from '@domain/period/day'
import { at, dateIn, HOUR, MINUTE, type Month } from './calendar'
import { demoMonth, demoRows, eveningVisit, waitingVisit } from './demoMonth'
import { aFactOf, knownAt } from './facts'
import { branchOn, goesOut, type People, reliability } from './people'
import { Random } from './random'

interface Trip {
  household: Household
  date: number
}

/** Two visits for most, fewer for some; who has two households often sees both on one trip. */
function trips(member: Member, own: Household[], month: Month): Trip[] {
  const first = own[0]
  if (!first) return []
  const written = month.key === demoMonth ? demoRows.get(member._id) : undefined
  const pick = (i: number): Household => own[i % own.length] ?? first
  if (written) return written.visits.map((date, i) => ({ household: pick(i), date }))
  const random = new Random('visits', member.order, month.key)
  const draw = random.next() / reliability(member)
  const count = draw < 0.82 ? 2 : draw < 0.9 ? 3 : draw < 0.98 ? 1 : 0
  const together = own.length > 1 && random.chance(0.5)
  let date = random.int(2, 9)
  const result: Trip[] = []
  for (let i = 0; i < count; i++) {
    result.push({ household: pick(i), date })
    if (!together || i % 2 === 1) date = Math.min(date + random.int(4, 12), month.days)
  }
  return result
}

/** After work on weekdays, by daylight at the weekend. */
function hourOf(random: Random, weekday: number): number {
  return weekday === 0 || weekday === 6 ? random.int(9, 17) : random.int(18, 20)
}

function visit(member: Member, trip: Trip, month: Month, people: People): Fact | null {
  const day = dateIn(month, trip.date)
  const branchId = branchOn(member, day)
  if (!branchId || !goesOut(member, day)) return null
  const { household } = trip
  const random = new Random('visit', household._id, member.order, day)
  const evening =
    member._id === eveningVisit.memberId && trip.date === eveningVisit.date && month.key === demoMonth
  const drawn = at(day, hourOf(random, weekdayOf(day)), random.int(0, 59)) + random.int(0, 59_999)
  const occurredAt = evening ? at(day, 19, 40) : drawn
  const bound = people.isBound(member._id, occurredAt)
  // The village of the demo month is quick, but for the one visit that still waits.
  const longest = month.key === demoMonth && demoRows.has(member._id) ? 200 : 2000
  const waits =
    member._id === waitingVisit.memberId && trip.date === waitingVisit.date && month.key === demoMonth
  return aFactOf(`${household._id}_${member._id}_${day}`, {
    kind: 'visit',
    memberId: member._id,
    branchId,
    hostId: household.villageId,
    householdId: household._id,
    occurredAt,
    recordedAt: bound ? occurredAt : occurredAt + 14 * HOUR,
    way: bound ? 'scan' : 'paper',
    by: bound ? member._id : household.villageId,
    confirmed: waits ? null : { at: occurredAt + random.int(20, longest) * MINUTE, by: household.villageId },
  })
}

/** Visits to linked households in a month; the same household is never visited twice on one day. */
export function visitsOf(month: Month, people: People, households: Household[], now: number): Fact[] {
  const byId = new Map(households.map((household) => [household._id, household]))
  const facts = new Map<string, Fact>()
  for (const member of people.all) {
    const own = member.households.flatMap((link) => byId.get(link.householdId) ?? [])
    for (const trip of trips(member, own, month)) {
      const fact = visit(member, trip, month, people)
      if (fact) facts.set(fact._id, fact)
    }
  }
  return knownAt([...facts.values()], now)
}
