import type { Activity } from '../activity/activity'
import { closesAt, opensAt } from '../activity/effectiveState'
import { firstPlanDay } from '../activity/firstPlanDay'
import { type Refusal, refuse } from '../contract/answer'
import type { ActivityKind } from '../contract/words'
import { type Day, dayOf, startOfDay } from '../time/day'
import { entryClosesAt } from '../time/entryDeadline'
import { periodOf } from '../time/period'
import type { WorkCalendar } from '../time/workCalendar'
import { endOfNextWorkday } from '../time/workdays'

const DAY_MS = 86_400_000
/** A phone's clock is corrected by the cloud's at each answer; what is left may differ by this much (ms). */
const CLOCK_MS = 60_000
/** A visit scanned without network counts by itself when it arrives within this time (ms, inclusive). */
export const VISIT_ARRIVES_MS = DAY_MS
/** When on its day a talk is kept to have been, since nobody asks for the hour. */
const NOON_MS = DAY_MS / 2
/** Days ahead a plan may begin at most. */
export const PLAN_DAYS_AHEAD = 366

/** Days an activity may last: one, a training three. */
const longestDays: Partial<Record<ActivityKind, number>> = { study: 3, unit_theory_study: 3 }

/** The first instant at which nobody can be entered any more by one person alone, in whatever way. */
export const entersUntil = (
  { kind, endsAt }: Pick<Activity, 'kind' | 'endsAt'>,
  calendar: WorkCalendar,
): number =>
  kind === 'community_service'
    ? entryClosesAt(periodOf('month', endsAt), calendar)
    : endOfNextWorkday(endsAt, calendar)

/** What a phone says happened, or shall happen, and when (ms). */
export type Claim =
  /** Entered by the organiser for someone at an activity. */
  | { of: 'registration'; at: number; activity: Pick<Activity, 'kind' | 'startsAt' | 'endsAt'> }
  /** Scanned at a household's door, and uploaded when there was a network. */
  | { of: 'visit'; at: number }
  /** A visit remembered afterwards: the day is known. */
  | { of: 'remembered'; at: number }
  /** 谈心谈话, by its day. */
  | { of: 'talk'; on: Day }
  | { of: 'plan'; startsAt: number; endsAt: number; kind: ActivityKind }

/** `late`: it counts once a second person has said yes. `at` is never later than now, but for a plan. */
export type Timing = { ok: true; at: number; late: boolean } | Refusal

const judgeRegistration = (
  { at, activity }: Extract<Claim, { of: 'registration' }>,
  now: number,
  calendar: WorkCalendar,
): Timing => {
  if (at < opensAt(activity)) return refuse('too_early', { at: opensAt(activity) })
  if (at > now + CLOCK_MS) return refuse('too_early', { at })
  const late = at > closesAt(activity) || now >= entersUntil(activity, calendar)
  return { ok: true, at: Math.min(at, now), late }
}

/** What a phone that runs ahead calls later is now. */
const judgeVisit = (claimed: number, arrivesWithin: number, now: number, calendar: WorkCalendar): Timing => {
  const at = Math.min(claimed, now)
  if (now >= entryClosesAt(periodOf('month', at), calendar)) return refuse('entry_closed')
  return { ok: true, at, late: now - at > arrivesWithin }
}

/** Until the month of its day closes; nobody has talked on a day to come. */
const judgeTalk = (on: Day, now: number, calendar: WorkCalendar): Timing => {
  const day = startOfDay(on)
  if (on > dayOf(now)) return refuse('too_early', { at: day })
  if (now >= entryClosesAt(periodOf('month', day), calendar)) return refuse('entry_closed')
  return { ok: true, at: Math.min(day + NOON_MS, now), late: false }
}

/** From the first day of last year until a year ahead. */
const judgePlan = ({ startsAt, endsAt, kind }: Extract<Claim, { of: 'plan' }>, now: number): Timing => {
  const isTooLong = endsAt - startsAt > (longestDays[kind] ?? 1) * DAY_MS
  const isTooFar = startsAt > now + PLAN_DAYS_AHEAD * DAY_MS
  const isTooOld = dayOf(startsAt) < firstPlanDay(dayOf(now))
  if (endsAt <= startsAt || isTooLong || isTooFar || isTooOld) return refuse('wrong_times')
  return { ok: true, at: startsAt, late: dayOf(startsAt) < dayOf(now) }
}

/**
 * The one judge of every instant a phone names: what happened may be entered for some time, whatever the way, then only with a second person
 * (DUTIES, decisions), and some of it not at all.
 * `judgeInstant({ of: 'visit', at: now - 3 * DAY }, now, calendar) // { ok: true, late: true, … }`
 */
export const judgeInstant = (claim: Claim, now: number, calendar: WorkCalendar): Timing => {
  switch (claim.of) {
    case 'registration':
      return judgeRegistration(claim, now, calendar)
    case 'visit':
      return judgeVisit(claim.at, VISIT_ARRIVES_MS, now, calendar)
    case 'remembered':
      return judgeVisit(claim.at, -1, now, calendar)
    case 'talk':
      return judgeTalk(claim.on, now, calendar)
    case 'plan':
      return judgePlan(claim, now)
  }
}
