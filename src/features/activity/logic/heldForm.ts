import type { ActivityForm } from '@domain/contract/activity'
import type { AbsenceReason } from '@domain/contract/words'
import { dayOf } from '@domain/time/day'
import { instantOf, timeOf } from '@/components/WhenField/pickerTimes'
import { peopleGroups } from './peopleGroups'
import { firstForm, moveStart, type Prepared } from './planForm'

/** What is said of somebody: was there, or was not and why; nothing yet where there is no mark. */
export type Marks = Readonly<Record<string, 'present' | AbsenceReason>>

const WEEK_MS = 7 * 86_400_000

/** A form for what is over: as it would be planned next, on the last such weekday that has passed, or on the day that was asked for. */
export function heldForm(
  prepared: Prepared,
  wanted: Parameters<typeof firstForm>[1] & { on?: string | undefined },
  now: number,
): ActivityForm | undefined {
  const { current: _, ...fresh } = prepared
  const form = firstForm(fresh, wanted)
  if (!form) return undefined
  const length = form.endsAt - form.startsAt
  const weeks = Math.max(0, Math.ceil((form.startsAt + length - now) / WEEK_MS))
  const startsAt = wanted.on ? instantOf(wanted.on, timeOf(form.startsAt)) : form.startsAt - weeks * WEEK_MS
  // What was gone through is said in the record; nobody knows that it was what last time's agenda says.
  return { ...moveStart(prepared, form, startsAt), agenda: [] }
}

export interface HeldGroup {
  id: string
  name: string
  people: Prepared['people']
}

/** Those expected, by group. */
export const heldGroups = (prepared: Prepared, { expectedIds }: ActivityForm): HeldGroup[] =>
  peopleGroups(prepared)
    .map((group) => ({ ...group, people: group.people.filter(({ id }) => expectedIds.includes(id)) }))
    .filter(({ people }) => people.length > 0)

export function countsOf(people: readonly { id: string }[], marks: Marks) {
  const present = people.filter(({ id }) => marks[id] === 'present').length
  const away = people.filter(({ id }) => marks[id] !== undefined && marks[id] !== 'present').length
  return { present, away, open: people.length - present - away }
}

/** 到 5，没到 1，还有 2 人未定 */
export function countsText(people: readonly { id: string }[], marks: Marks): string {
  const { present, away, open } = countsOf(people, marks)
  if (present + away === 0) return `${people.length} 人`
  return [`到 ${present}`, away > 0 && `没到 ${away}`, open > 0 && `${open} 人未定`]
    .filter(Boolean)
    .join('，')
}

/** 全组都到: all of whom nothing has been said; tapped again once all are there, nothing is said of them any more. */
export function toggleWhole(people: readonly { id: string }[], marks: Marks): Marks {
  const ids = people.map(({ id }) => id)
  const { present } = countsOf(people, marks)
  if (present === people.length)
    return Object.fromEntries(Object.entries(marks).filter(([id]) => !ids.includes(id)))
  return { ...marks, ...Object.fromEntries(ids.filter((id) => !marks[id]).map((id) => [id, 'present'])) }
}

export const presentIds = (marks: Marks): string[] =>
  Object.keys(marks).filter((id) => marks[id] === 'present')
export const absentOf = (marks: Marks): { memberId: string; reason: AbsenceReason }[] =>
  Object.entries(marks).flatMap(([memberId, mark]) =>
    mark === 'present' ? [] : [{ memberId, reason: mark }],
  )

/** Only of those who are expected still: the kind or the host may have been changed. */
export const marksFor = ({ expectedIds }: ActivityForm, marks: Marks): Marks =>
  Object.fromEntries(Object.entries(marks).filter(([id]) => expectedIds.includes(id)))

/** What the place has announced already on that day and of that kind: perhaps it is entered twice. */
export const alreadyHeld = (
  { around }: Prepared,
  { kind, hostId, startsAt }: ActivityForm,
): string | undefined =>
  around.find(
    (other) => other.kind === kind && other.hostId === hostId && dayOf(other.startsAt) === dayOf(startsAt),
  )?.title
