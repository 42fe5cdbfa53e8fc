import type { Activity, AgendaItem } from '@domain/activity/activity'
import { clashes } from '@domain/activity/clashes'
import { yearsFor } from '@domain/activity/forYear'
import { freeDay, nextWeekday, usualDay } from '@domain/activity/proposeDay'
import { suggestTitle } from '@domain/activity/suggestTitle'
import type { Suggestion } from '@domain/contract/activity'
import type { ActivityKind } from '@domain/contract/words'
import type { Organisation } from '@domain/org/organisation'
import { addDays, type Day, dayOf, startOfDay, weekdayOf } from '@domain/time/day'
import type { WorkCalendar } from '@domain/time/workCalendar'

const MINUTE = 60_000
/** Where nothing was held before: in the afternoon, an hour and a half (minutes of the day, minutes). */
const usualStart = 15 * 60
const usualLength = 90
/** What every meeting opens with. */
const opening: AgendaItem = { text: '学习习近平总书记重要讲话精神', minutes: 30 }

interface When {
  now: number
  calendar: WorkCalendar
  /** What the branch or unit has announced and held, newest first. */
  activities?: readonly Pick<Activity, 'kind' | 'hostId' | 'startsAt' | 'endsAt'>[]
  /** The first day on which it is wanted again, where this month or quarter has one already. */
  notBefore?: Day | undefined
}

type Last = Pick<Activity, 'startsAt' | 'endsAt' | 'place' | 'chairId' | 'recorderId' | 'agenda' | 'carries'>

/** From tomorrow on: the usual day of its 主题党日, the weekday of last time, or any; of these the first that is no holiday and taken by nothing. */
function timesOf(kind: ActivityKind, host: Organisation, last: Last | undefined, when: When) {
  const { now, calendar, activities = [], notBefore = '' } = when
  const [sinceMidnight, length] = last
    ? [last.startsAt - startOfDay(dayOf(last.startsAt)), last.endsAt - last.startsAt]
    : [usualStart * MINUTE, usualLength * MINUTE]
  const tomorrow = addDays(dayOf(now), 1)
  const from = notBefore > tomorrow ? notBefore : tomorrow
  const held = activities.filter((one) => one.kind === kind && one.hostId === host._id)
  const days = held.map(({ startsAt }) => dayOf(startsAt))
  const usual = kind === 'theme_party_day' ? usualDay(days, from) : null
  const weekday = last && weekdayOf(dayOf(last.startsAt))
  const branchId = host.type === 'group' ? (host.parentId ?? host._id) : host._id
  const day = freeDay(usual ?? (weekday === undefined ? from : nextWeekday(weekday, from)), {
    calendar,
    ...(weekday !== undefined && { weekday }),
    isTaken: (each) => {
      const startsAt = startOfDay(each) + sinceMidnight
      const slot = { hostId: host._id, startsAt, endsAt: startsAt + length }
      return activities.some((other) => clashes(slot, other, branchId))
    },
  })
  const startsAt = startOfDay(day) + sinceMidnight
  return { startsAt, endsAt: startsAt + length }
}

/**
 * Without `expectedIds` everybody of the host is expected. A form as the last one of its kind would have it: hour, place, chair and agenda, on the
 * next day that suits; topic and lecturer are of that day only.
 */
export function suggestPlan(
  kind: ActivityKind,
  host: Organisation,
  expectedIds: string[] | undefined,
  last: Last | undefined,
  { mayCarry, ...when }: When & { mayCarry: readonly ActivityKind[] },
): Suggestion {
  const times = timesOf(kind, host, last, when)
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
