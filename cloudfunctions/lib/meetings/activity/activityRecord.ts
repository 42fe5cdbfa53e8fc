import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { yearOf, yearsFor } from '@domain/activity/forYear'
import { entersUntil } from '@domain/checkin/judgeInstant'
import { mayDo } from '@domain/access/mayDo'
import type { ResponseOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import { minutesEntries } from '@domain/contract/minutes'
import type { Standing } from '@domain/contract/words'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { treeAsOf } from '@domain/org/asOf'
import { membershipOn } from '@domain/org/membershipOn'
import { dayOf } from '@domain/time/day'
import type { Names } from '../../entry/Names'
import { aboutActivity, targetOf } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { witnessesOf } from '../../people/register/secondPersons'
import { readBranchesOf } from '../../store/readJointMeetings'
import { readPeople } from '../../store/readPeople'
import { isRegistered, readRoll, type Roll, unsettledOf } from '../../store/readRoll'
import { absentOf, leaveReasonOf } from './absentOf'
import { closedItselfOf, votingOf } from './activityBoard'
import { answersLeave } from './answersLeave'
import { recordingsOf } from './confirmRecord'
import { ownOrder } from './copyOrder'
import { namedJoint } from './jointNames'
import { shownLate } from './lateEntry'
import { readLeaders } from './readLeaders'

export const split = (standings: readonly Standing[]) => {
  const full = standings.filter((standing) => standing === 'full').length
  return { total: standings.length, full, probationary: standings.length - full }
}

/** 实到: those expected who are registered; 补登 and guests beside them. */
export function attendedOf(activity: Activity, { attendance }: Roll) {
  const came = activity.expected.filter(({ memberId }) => isRegistered(attendance.get(memberId)))
  const registered = [...attendance.values()].filter(isRegistered)
  return {
    ...split(came.map(({ standing }) => standing)),
    backfilled: registered.filter(({ way, guest }) => way === 'backfill' && !guest).length,
    guests: registered.filter(({ guest }) => guest).length,
  }
}

/** What the plan has said already. */
const plannedOf = ({ _id: id, title, kind, branchId, startsAt, endsAt, place, topic, agenda }: Activity) => ({
  ...{ id, title, kind, branchId, startsAt, endsAt, place, agenda },
  ...(topic !== undefined && { topic }),
})

/** Who chaired, kept the record and held the lecture. */
export function runnersOf(activity: Activity, people: ReadonlyMap<string, Member>, names: Names) {
  const { chairId, recorderId, lecturerId } = activity
  const ids = {
    ...(chairId !== undefined && { chairId }),
    ...(recorderId !== undefined && { recorderId }),
    ...(lecturerId !== undefined && { lecturerId }),
  }
  const acting = (id: string | undefined) => {
    const member = id === undefined ? undefined : people.get(id)
    return member && names.acting(member)
  }
  const [chair, recorder, lecturer] = [acting(chairId), acting(recorderId), acting(lecturerId)]
  return {
    ...ids,
    ...(chair !== undefined && { chair }),
    ...(recorder !== undefined && { recorder }),
    ...(lecturer !== undefined && { lecturer }),
  }
}

/** What was entered besides plan and registrations, as it stands; nothing for what is empty. */
function minutesOf(activity: Activity, nameOf: (id: string) => string) {
  const kept = Object.fromEntries(
    Object.keys(minutesEntries).flatMap((field) => {
      const value = activity[field as keyof typeof minutesEntries]
      return value === undefined ? [] : [[field, value]]
    }),
  ) as Pick<Activity, keyof typeof minutesEntries>
  const speakers = activity.speakerIds?.map((id) => ({ id, name: nameOf(id) }))
  return { ...kept, ...(speakers && { speakers }) }
}

type Shown = ResponseOf<'activity.record'>

/** Every 成册 with who said it. */
const shownRecordings = (activity: Activity, actingName: (id: string) => string) =>
  recordingsOf(activity).map(({ at, by, takenBack }): Shown['recordings'][number] => ({
    at,
    by: actingName(by),
    ...(takenBack && { takenBack: { ...takenBack, by: actingName(takenBack.by) } }),
  }))

/** Who may be named in a field: the branch of that day, in register order. */
const choosable = (activity: Activity, people: ReadonlyMap<string, Member>, names: Names) =>
  [...people.values()]
    .filter((member) => membershipOn(member, dayOf(activity.startsAt))?.branchId === activity.branchId)
    .sort((a, b) => a.order - b.order)
    .map((member) => ({ id: member._id, name: names.of(member) }))

/** What a record is made of besides its activity. */
export interface Seen {
  roll: Roll
  people: ReadonlyMap<string, Member>
  /** Of a joint meeting the branches that hold it together, whoever convenes it first. */
  branchIds?: string[] | undefined
}

const mayTakeBack = (activity: Activity, { caller, today, tree }: Context): boolean =>
  activity.state === 'recorded' &&
  mayDo('activity.takeBack', caller, { day: today, ...targetOf(activity) }, tree)

/** 请假 that waits for an answer, and where it is not the reader's to give, whose it is. */
function leaveAsked(activity: Activity, fact: Fact, context: Context) {
  const asked = context.tree.get(fact.witnessId ?? '')?.name ?? ''
  return {
    leave: {
      factId: fact._id,
      reason: leaveReasonOf(fact.reason),
      ...(!answersLeave(activity, fact, context) && { asked }),
    },
  }
}

/** Those of whom nobody has said anything yet, or who wait for an answer. */
const openOf = (activity: Activity, roll: Roll, nameOf: (id: string) => string, context: Context) =>
  unsettledOf(activity, roll).map(({ memberId, standing, groupId }) => {
    const groupName = groupId === undefined ? undefined : context.tree.get(groupId)?.name
    const asked = roll.leavesAsked.get(memberId)
    return {
      memberId,
      name: nameOf(memberId),
      standing,
      ...(groupName !== undefined && { groupName }),
      ...(asked && leaveAsked(activity, asked, context)),
    }
  })

/** Where it stands between its meeting and its 成册. */
function standingOf(activity: Activity, acting: (id: string) => string, context: Context) {
  const { recordedAt, late, hostId } = activity
  const years = yearsFor(activity)
  return {
    state: effectiveState(activity, context.now),
    ...(years.length > 0 && { year: { value: yearOf(activity) ?? 0, choices: years } }),
    ...closedItselfOf(activity, context.now),
    recordings: shownRecordings(activity, acting),
    mayTakeBack: mayTakeBack(activity, context),
    ...(recordedAt !== undefined && { recordedAt }),
    paperUntil: entersUntil(activity, context.calendar),
    ...(late && { late: shownLate({ hostId, late }, acting, context.tree) }),
  }
}

/** 会议记录 of a meeting, filled from the registrations as they stand: its page and its papers alike. */
export function recordOf(activity: Activity, { roll, people, branchIds }: Seen, context: Context): Shown {
  const { caller, names } = context
  const say = (give: (member: Member) => string) => (id: string) => {
    const member = people.get(id)
    return member ? give(member) : ''
  }
  const nameOf = say((member) => names.of(member))
  const where = standingOf(
    activity,
    say((member) => names.acting(member)),
    context,
  )
  return {
    ...plannedOf(activity),
    ...minutesOf(activity, nameOf),
    ...namedJoint(branchIds, treeAsOf(context.register, dayOf(activity.startsAt))),
    ...where,
    ...((where.state === 'closed' || where.state === 'open') && {
      people: choosable(activity, people, names),
    }),
    ...(activity.kind === 'general_meeting' && { voting: votingOf(activity, roll, people) }),
    expected: split(activity.expected.map(({ standing }) => standing)),
    attended: attendedOf(activity, roll),
    absent: absentOf(activity, roll).map((each) => ({ ...each, name: nameOf(each.memberId) })),
    unsettled: openOf(activity, roll, nameOf, context),
    ...runnersOf(activity, people, names),
    witnesses: witnessesOf([...people.values()], activity.branchId, context, caller.member?._id),
  }
}

export async function readSeen(activity: Activity): Promise<Seen> {
  const [roll, branches] = await Promise.all([readRoll(activity._id), readBranchesOf([activity])])
  return { roll, people: await readPeople(activity, roll), branchIds: branches.get(activity._id) }
}

export const activityRecord = useCase(
  'activity.record',
  aboutActivity,
  async (_request, context, activity) => {
    const [seen, own] = await Promise.all([readSeen(activity), ownOrder()])
    const shown = { ...recordOf(activity, seen, context), ...own }
    // Nobody chooses a lecturer any more once it is confirmed.
    return done(shown.people ? { ...shown, leaders: await readLeaders(activity.branchId, context) } : shown)
  },
)
