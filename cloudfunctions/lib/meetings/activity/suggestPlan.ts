import type { Activity, AgendaItem } from '@domain/activity/activity'
import { yearsFor } from '@domain/activity/forYear'
import { suggestTitle } from '@domain/activity/suggestTitle'
import type { Suggestion } from '@domain/contract/activity'
import type { ActivityKind } from '@domain/contract/words'
import type { Organisation } from '@domain/org/organisation'
import { addDays, dayOf, startOfDay, weekdayOf } from '@domain/time/day'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { isWorkday } from '@domain/time/workdays'

const MINUTE = 60_000
/** Where nothing was held before: in the afternoon, an hour and a half (minutes of the day, minutes). */
const usualStart = 15 * 60
const usualLength = 90
/** What every meeting opens with. */
const opening: AgendaItem = { text: '学习习近平总书记重要讲话精神', minutes: 30 }

interface When {
  now: number
  calendar: WorkCalendar
}

type Last = Pick<Activity, 'startsAt' | 'endsAt' | 'place' | 'chairId' | 'recorderId' | 'agenda' | 'carries'>

/** The next day from tomorrow on that falls on the same weekday as last time, or the next workday. */
function nextDay(last: Last | undefined, { now, calendar }: When): string {
  const tomorrow = addDays(dayOf(now), 1)
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(tomorrow, days))
  const suits = (day: string) =>
    last ? weekdayOf(day) === weekdayOf(dayOf(last.startsAt)) : isWorkday(day, calendar)
  // A week of holidays has no workday in it.
  return week.find(suits) ?? addDays(tomorrow, 7)
}

function timesOf(last: Last | undefined, when: When): { startsAt: number; endsAt: number } {
  const sinceMidnight = last ? last.startsAt - startOfDay(dayOf(last.startsAt)) : usualStart * MINUTE
  const startsAt = startOfDay(nextDay(last, when)) + sinceMidnight
  return { startsAt, endsAt: startsAt + (last ? last.endsAt - last.startsAt : usualLength * MINUTE) }
}

/** Without `expectedIds` everybody of the host is expected. A form as the last one of its kind would have it: weekday, hour, place, chair and agenda; topic and lecturer are of that day only. */
export function suggestPlan(
  kind: ActivityKind,
  host: Organisation,
  expectedIds: string[] | undefined,
  last: Last | undefined,
  { mayCarry, ...when }: When & { mayCarry: readonly ActivityKind[] },
): Suggestion {
  const times = timesOf(last, when)
  const [forYear] = yearsFor({ kind, startsAt: times.startsAt })
  return {
    kind,
    hostId: host._id,
    title: suggestTitle(kind, times.startsAt, host.name),
    ...times,
    place: last?.place ?? '会议室',
    ...(last?.chairId !== undefined && { chairId: last.chairId }),
    ...(last?.recorderId !== undefined && { recorderId: last.recorderId }),
    ...(forYear !== undefined && { forYear }),
    carries: (last?.carries ?? []).filter((carried) => carried !== 'lecture' && mayCarry.includes(carried)),
    agenda: last && last.agenda.length > 0 ? last.agenda : [opening],
    ...(expectedIds && { expectedIds }),
  }
}
