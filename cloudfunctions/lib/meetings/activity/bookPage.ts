import type { Activity } from '@domain/activity/activity'
import { bookLacks } from '@domain/activity/bookLacks'
import { effectiveState } from '@domain/activity/effectiveState'
import type { BookMeeting } from '@domain/contract/book'
import { done, refuse } from '@domain/contract/answer'
import { clockOf } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { aboutBranch } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { partOf } from '../../ground/fitting'
import { inTurns } from '../../ground/inTurns'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { type BookLine, readBookLines, readFirstStart } from '../../store/readBook'
import { type Nameable, readNameable } from '../../store/readPeople'
import { readRoll, type Roll, unsettledOf } from '../../store/readRoll'
import { attendedOf } from './activityRecord'

/** Meetings of one answer: each with its roll, of which a large branch has hundreds of rows. */
const PART = 20
/** Rolls asked for at the same time. */
const TOGETHER = 4

/** What was held, and what was announced for a time that is over: a plan is no entry yet. */
const isEntered = ({ state, endsAt }: BookLine, now: number): boolean =>
  state !== 'published' || endsAt <= now

const newestFirst = (a: BookLine, b: BookLine) => b.startsAt - a.startsAt || (a._id < b._id ? -1 : 1)

/** Who chaired and who lectured, where they are on the register. */
const readRunners = (meetings: readonly Activity[]) =>
  readNameable(meetings.flatMap(({ chairId, lecturerId }) => [chairId ?? [], lecturerId ?? []].flat()))

function bookMeeting(
  activity: Activity,
  roll: Roll,
  runners: ReadonlyMap<string, Nameable>,
  { now, names }: Context,
): BookMeeting {
  const {
    _id: id,
    kind,
    carries,
    title,
    startsAt,
    place,
    topic,
    expected,
    late,
    lecturerName,
    recordedAt,
  } = activity
  const nameOf = (memberId: string | undefined) => {
    const member = runners.get(memberId ?? '')
    return member && names.acting(member)
  }
  const chair = nameOf(activity.chairId)
  const lecturer = nameOf(activity.lecturerId) ?? lecturerName
  const state = effectiveState(activity, now)
  const unsettled = unsettledOf(activity, roll).length
  return {
    ...{ id, kind, carries, title, startsAt, place },
    ...(topic !== undefined && { topic }),
    ...(chair !== undefined && { chair }),
    ...(lecturer !== undefined && { lecturer }),
    ...{ state, expected: expected.length, attended: attendedOf(activity, roll).total, unsettled },
    ...(recordedAt !== undefined && { recordedAt }),
    ...(late && { late: true as const }),
    lacks: bookLacks({ ...activity, state }, unsettled),
  }
}

/** The meetings of some lines, in their order; each costs its roll. */
export async function readMeetings(lines: readonly BookLine[], context: Context): Promise<BookMeeting[]> {
  if (lines.length === 0) return []
  const found = await find('activities', { _id: oneOf(lines.map(({ _id }) => _id)) }, { limit: lines.length })
  const runners = await readRunners(found)
  const made = new Map<string, BookMeeting>()
  await inTurns(found, TOGETHER, async (activity) => {
    made.set(activity._id, bookMeeting(activity, await readRoll(activity._id), runners, context))
  })
  return lines.flatMap(({ _id }) => made.get(_id) ?? [])
}

/** Years there is something to look back at, newest first. */
async function yearsOf(branchId: string, running: number): Promise<number[]> {
  const first = await readFirstStart(branchId)
  const since = first === null ? running : Math.min(running, clockOf(first).year)
  return Array.from({ length: running - since + 1 }, (_, index) => running - index)
}

/** 台账 of a branch: the meetings of a year as their records' pages have them, with what each still lacks. */
export const bookPage = useCase('activity.book', aboutBranch, async ({ year, from }, context, node) => {
  const running = clockOf(context.now).year
  const asked = year ?? running
  if (asked > running) return refuse('invalid_request', { path: 'year' })
  const lines = (await readBookLines(node._id, periodByKey(String(asked))))
    .filter((line) => isEntered(line, context.now))
    .sort(newestFirst)
  const [years, meetings] = await Promise.all([
    yearsOf(node._id, running),
    readMeetings(lines.slice(from, from + PART), context),
  ])
  const branch = { id: node._id, name: node.name }
  const answer = { branch, year: asked, years, count: lines.length }
  const { rows, next } = partOf({ rows: meetings, isAll: from + PART >= lines.length }, from, answer)
  return done({ ...answer, meetings: rows, ...(next !== undefined && { next }) })
})
