import { absenceLabels } from '@domain/activity/absenceLabels'
import type { Activity } from '@domain/activity/activity'
import { classHoursOf } from '@domain/activity/classHours'
import type { JudgedFact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { periodName } from '@domain/papers/fileName'
import type { SheetPaper } from '@domain/papers/paper'
import type { PaperSpan } from '@domain/papers/paperSpan'
import {
  BESIDES,
  CAME,
  type MarkedMeeting,
  type Participant,
  participation,
} from '@domain/papers/participation'
import { formatDay } from '@domain/time/format'
import type { Period } from '@domain/time/period'
import type { Context } from '../entry/useCase'
import { absentOf } from '../meetings/activity/absentOf'
import { between, noneOf } from '../store/conditions'
import { readBookLines } from '../store/readBook'
import { readActivities } from '../store/readActivities'
import { readJudgedFacts } from '../store/readJudgedFacts'
import { isRegistered } from '../store/readRoll'
import { placeIn } from './ledgerOf'
import { isHeld, type ReadMeeting, readMeetings } from './readMeetings'

type Days = Pick<Period, 'from' | 'to'>

/** A word on everybody who was expected or came; of whom nobody has said anything there is no record yet. */
function marksOf({ activity, seen: { roll } }: ReadMeeting): Map<string, string> {
  const reasons = new Map(absentOf(activity, roll).map(({ memberId, reason }) => [memberId, reason]))
  const marks = new Map<string, string>()
  for (const { memberId } of activity.expected) {
    const reason = reasons.get(memberId)
    const otherwise = reason ? absenceLabels[reason] : '暂无记录'
    marks.set(memberId, isRegistered(roll.attendance.get(memberId)) ? CAME : otherwise)
  }
  for (const [memberId, fact] of roll.attendance)
    if (isRegistered(fact) && !marks.has(memberId)) marks.set(memberId, BESIDES)
  return marks
}

interface Marked extends MarkedMeeting {
  expectedIds: string[]
}

const marked = (meeting: ReadMeeting): Marked => {
  const { title, startsAt, kind, carries, expected } = meeting.activity
  const hours = classHoursOf(meeting.activity)
  return {
    ...{ title, startsAt, kinds: [kind, ...carries] },
    ...(hours > 0 && { hours }),
    marks: marksOf(meeting),
    expectedIds: expected.map(({ memberId }) => memberId),
  }
}

/** Held by another branch or a village. What a community or a unit holds is no 组织生活. */
const isElsewhere = ({ branchId, hostType }: Activity, own: string): boolean =>
  branchId !== own && hostType !== 'community' && hostType !== 'unit'

/** What members did in the span besides the branch's own meetings: registered elsewhere, and studies made up. The branch's own are in its rolls. */
async function readBesides(branchId: string, { from, to }: Days, { register }: Context) {
  const groups = [...register.values()].filter(
    ({ type, parentId }) => type === 'group' && parentId === branchId,
  )
  const own = [branchId, ...groups.map(({ _id }) => _id)]
  const within = { branchId, occurredOn: between(from, to) }
  const [came, madeUp] = await Promise.all([
    readJudgedFacts({ ...within, kind: 'attendance', hostId: noneOf(own) }),
    readJudgedFacts({ ...within, kind: 'make_up' }),
  ])
  return { came: came.filter(isRegistered), madeUp: madeUp.filter(isRegistered) }
}

/** Who was registered at meetings elsewhere, once a meeting. */
async function countElsewhere(came: readonly JudgedFact[], own: string, now: number) {
  const activities = await readActivities([...new Set(came.flatMap(({ activityId }) => activityId ?? []))])
  const elsewhere = new Set(
    activities.filter((each) => isHeld(each, now) && isElsewhere(each, own)).map(({ _id }) => _id),
  )
  return (memberId: string) =>
    came.filter((fact) => fact.memberId === memberId && elsewhere.has(fact.activityId ?? '')).length
}

/** Days of the span in which somebody came to the branch or left it. */
export function remarkOf({ memberships }: Member, branchId: string, { from, to }: Days): string {
  const own = memberships.filter((one) => one.branchId === branchId)
  const came = own[0]?.from ?? from
  const left = own[own.length - 1]?.to
  return [
    came > from && came <= to && `${formatDay(came)}起`,
    left !== undefined && left < to && `至${formatDay(left)}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** Whether somebody was in the branch on some day of the span. */
export const wasIn = (member: Member, branchId: string, { from, to }: Days): boolean =>
  member.erasedAt === undefined &&
  member.memberships.some((one) => one.branchId === branchId && one.from <= to && (one.to ?? to) >= from)

/** Everybody who was in the branch in the span, and whoever else was expected at its meetings: nobody who came is missing from the sums. */
function rowsOf(
  branchId: string,
  span: Days,
  meetings: readonly Marked[],
  people: ReadonlyMap<string, Member>,
): Member[] {
  const expected = new Set(meetings.flatMap(({ expectedIds }) => expectedIds))
  return [...people.values()]
    .filter((member) => expected.has(member._id) || wasIn(member, branchId, span))
    .sort((a, b) => a.order - b.order)
}

/** 党员参加组织生活情况表 of a year, or of any months. */
export async function participationOf(
  node: Organisation,
  over: Period | PaperSpan,
  context: Context,
): Promise<SheetPaper> {
  const { now, names } = context
  const span = 'name' in over ? over : { ...over, name: periodName(over) }
  const lines = await readBookLines(node._id, span)
  const ids = lines.map(({ _id }) => _id)
  const { meetings, people: known } = await readMeetings(node._id, ids, context, marked)
  const { came, madeUp } = await readBesides(node._id, span, context)
  const elsewhere = await countElsewhere(came, node._id, now)
  const people = rowsOf(node._id, span, meetings, known).map((member): Participant => ({
    id: member._id,
    name: names.of(member),
    standing: member.standing,
    elsewhere: elsewhere(member._id),
    madeUp: madeUp.filter(({ memberId }) => memberId === member._id).length,
    remark: remarkOf(member, node._id, span),
  }))
  const { name: organisation } = placeIn(node, span, context).branch
  return participation({ organisation, span, meetings, people })
}
