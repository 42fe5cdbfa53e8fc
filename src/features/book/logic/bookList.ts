import { kindLabels, kindOf } from '@domain/activity/kindLabels'
import type { BookMeeting } from '@domain/contract/book'
import { activityKinds } from '@domain/contract/lists'
import type { ActivityKind } from '@domain/contract/words'
import { dayOf } from '@domain/time/day'
import { formatDay } from '@domain/time/format'

/** lacking: something of it has still to be written. */
export type BookFilter = 'all' | 'lacking' | ActivityKind

/** As an address carries it; one that is none shows all. */
export const filterOf = (name: string | undefined): BookFilter =>
  name === 'lacking' ? name : (kindOf(name) ?? 'all')

/** What waits for somebody else's word alone is written to the end. */
export const isLacking = ({ lacks }: BookMeeting): boolean => lacks.some((lack) => lack !== 'waits')

/** Its own kind and what it carries, as the ledger lists it. */
const kindsOf = ({ kind, carries }: BookMeeting): ActivityKind[] => [kind, ...carries]

const fits = (meeting: BookMeeting, filter: BookFilter): boolean => {
  if (filter === 'all') return true
  return filter === 'lacking' ? isLacking(meeting) : kindsOf(meeting).includes(filter)
}

/** What is searched: title, topic, place, who ran it, kind, and the day as people write it. */
const textOf = (meeting: BookMeeting): string => {
  const { title, topic, place, chair, lecturer, startsAt } = meeting
  const kinds = kindsOf(meeting).map((kind) => kindLabels[kind])
  return [title, topic, place, chair, lecturer, ...kinds, formatDay(startsAt), dayOf(startsAt)].join(' ')
}

/** Meetings that fit a filter and hold every word typed, in their order. */
export function filterBook(
  meetings: readonly BookMeeting[],
  { filter, typed }: { filter: BookFilter; typed: string },
): BookMeeting[] {
  const words = typed.trim().split(/\s+/)
  return meetings.filter(
    (meeting) => fits(meeting, filter) && words.every((word) => textOf(meeting).includes(word)),
  )
}

/** Kinds there are meetings of, in the order in which kinds are offered. */
export const kindsIn = (meetings: readonly BookMeeting[]): ActivityKind[] => {
  const there = new Set(meetings.flatMap(kindsOf))
  return activityKinds.filter((kind) => there.has(kind))
}

export interface BookMonth {
  /** 2026-09 */
  key: string
  meetings: BookMeeting[]
}

/** By the month of their start, in their order. */
export function monthsOf(meetings: readonly BookMeeting[]): BookMonth[] {
  const months = new Map<string, BookMeeting[]>()
  for (const meeting of meetings) {
    const key = dayOf(meeting.startsAt).slice(0, 7)
    months.set(key, [...(months.get(key) ?? []), meeting])
  }
  return [...months].map(([key, own]) => ({ key, meetings: own }))
}
