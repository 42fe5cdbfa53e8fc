import type { Household } from '@cloud/lib/store/collections/households'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { weekdayOf } from '@domain/time/day'
import { at, dateIn, DAY, HOUR, MINUTE, type Month } from './calendar'
import { demoMonth, demoRows, eveningVisit, waitingVisits } from './demoMonth'
import { aFactOf, knownAt } from './facts'
import { branchOn, goesOut, type People, reliability } from './people'
import { Random } from './random'
import { purposes } from './texts'

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
  const drawn = drawnTrips(member, own.length, month).map(({ date, i }) => ({ household: pick(i), date }))
  const waiting = month.key === demoMonth ? waitingVisits.get(member._id) : undefined
  return waiting === undefined ? drawn : withWaiting(drawn, first, waiting)
}

/** The visit that waits, beside those before it. */
const withWaiting = (trips: Trip[], household: Household, date: number): Trip[] => [
  ...trips.filter((trip) => trip.date < date),
  { household, date },
]

function drawnTrips(member: Member, households: number, month: Month): { i: number; date: number }[] {
  const random = new Random('visits', member.order, month.key)
  const draw = random.next() / reliability(member)
  const count = draw < 0.82 ? 2 : draw < 0.9 ? 3 : draw < 0.98 ? 1 : 0
  const together = households > 1 && random.chance(0.5)
  let date = random.int(2, 9)
  const result: { i: number; date: number }[] = []
  for (let i = 0; i < count; i++) {
    result.push({ i, date })
    if (!together || i % 2 === 1) date = Math.min(date + random.int(4, 12), month.days)
  }
  return result
}

/** One or two taps, at times three; in the order in which the page shows them. */
function purposesOf(random: Random): string {
  const count = random.pick([1, 1, 2, 2, 2, 3])
  const chosen = new Set<string>()
  while (chosen.size < count) chosen.add(random.pick(purposes))
  return purposes.filter((purpose) => chosen.has(purpose)).join(',')
}

/** Entered a day or two after, without the door code: the village contact has to say yes, and mostly has. */
function backfilled(member: Member, household: Household, day: string, random: Random, waits: boolean) {
  const recordedAt = at(day, 9) + random.int(1, 2) * DAY + random.int(0, 120) * MINUTE
  const confirmed = { at: recordedAt + random.int(2, 60) * HOUR, by: household.villageId }
  const core = { occurredAt: at(day, 12), recordedAt, way: 'backfill' as const, by: member._id }
  return { ...core, confirmed: waits ? null : confirmed }
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
  const core = {
    kind: 'visit' as const,
    memberId: member._id,
    branchId,
    hostId: household.villageId,
    householdId: household._id,
    detail: { purposes: purposesOf(random) },
  }
  const id = `${household._id}_${member._id}_${day}`
  const waits = month.key === demoMonth && waitingVisits.get(member._id) === trip.date
  const isWritten = month.key === demoMonth && demoRows.has(member._id)
  if (waits || (bound && !isWritten && random.chance(0.04)))
    return aFactOf(id, { ...core, ...backfilled(member, household, day, random, waits) })
  // The code at the door stands for having been there; a list is the village's own.
  if (bound) {
    const confirmed = { at: occurredAt, by: household._id }
    return aFactOf(id, { ...core, occurredAt, way: 'scan', by: member._id, confirmed })
  }
  return aFactOf(id, {
    ...core,
    occurredAt,
    recordedAt: occurredAt + 14 * HOUR,
    way: 'paper',
    by: household.villageId,
    confirmed: { at: occurredAt + 14 * HOUR, by: household.villageId },
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
