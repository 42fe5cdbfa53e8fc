import { mayDo } from '@domain/access/mayDo'
import type { Activity } from '@domain/activity/activity'
import { closesItselfAt, effectiveState, hasClosedItself, opensAt } from '@domain/activity/effectiveState'
import { isJoint } from '@domain/activity/joint'
import { votersOf } from '@domain/activity/votersOf'
import { entersUntil } from '@domain/checkin/judgeInstant'
import type { Arrival, Board } from '@domain/contract/activity'
import { done } from '@domain/contract/answer'
import type { BindRequest } from '@domain/contract/identity'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import type { Tree } from '@domain/org/tree'
import { dayOf } from '@domain/time/day'
import type { Names } from '../../entry/Names'
import { aboutActivity, named } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { codePrefix } from '../../ground/codePrefix'
import { readBindRequests } from '../../people/identity/readBindRequests'
import { witnessesOf } from '../../people/register/secondPersons'
import type { Identity } from '../../store/collections/identities'
import { readPeople } from '../../store/readPeople'
import { readTogether } from '../../store/readJointMeetings'
import { countArrivals, isRegistered, isWaiting, readRoll, type Roll } from '../../store/readRoll'
import { shownLate } from './lateEntry'

type People = ReadonlyMap<string, Member>

/** In register order, as people look for each other. */
function expectedList(
  activity: Activity,
  { attendance, leaves, leavesAsked }: Roll,
  people: People,
  { names, groups }: { names: Names; groups: Board['groups'] },
): Board['expected'] {
  const places = new Map(groups.map(({ id }, place) => [id, place]))
  return activity.expected
    .flatMap((expected) => {
      const member = people.get(expected.memberId)
      return member ? [{ expected, member }] : []
    })
    .sort((a, b) => a.member.order - b.member.order)
    .map(({ expected: { memberId, groupId, standing }, member }) => {
      const group = places.get(groupId ?? '')
      const came = isRegistered(attendance.get(memberId))
      const onLeave = leaves.has(memberId) && !came
      const leaveAsked = came ? undefined : leavesAsked.get(memberId)?._id
      const absence = activity.absences.find((settled) => settled.memberId === memberId)
      return {
        memberId,
        name: names.of(member),
        alias: member.alias,
        ...(group !== undefined && { group }),
        ...(standing !== 'full' && { standing }),
        ...(onLeave && { onLeave }),
        ...(leaveAsked !== undefined && { leaveAsked }),
        ...(absence && { absence: absence.reason }),
      }
    })
}

const actingName = (id: string, people: People, names: Names): string => {
  const member = people.get(id)
  return member ? names.acting(member) : ''
}

/** Whom a record waits for, in words: whoever was asked; an organiser's scan of the own meeting waits for any other organiser. */
function waitsFor(
  { by, memberId, way, witnessId = '' }: Fact,
  people: People,
  { tree, names }: Context,
): string {
  if (by === memberId && way === 'scan') return '另一位组织者'
  const asked = people.get(witnessId)
  return asked ? names.acting(asked) : (tree.get(witnessId)?.name ?? '')
}

function arrival(fact: Fact, people: People, context: Context): Arrival {
  const { tree, names } = context
  const { memberId, annulled } = fact
  const member = people.get(memberId)
  const striker = annulled && people.get(annulled.by)
  const by = striker ? names.acting(striker) : ''
  return {
    memberId,
    name: member ? names.of(member) : '',
    ...(fact.guest && { branchName: tree.get(fact.branchId)?.name ?? '' }),
    way: fact.way,
    at: fact.occurredAt,
    ...(fact.guest === true && { guest: true }),
    ...(fact.fromAlbum === true && { fromAlbum: true }),
    ...(annulled && { struck: { by, reason: annulled.reason, at: annulled.at } }),
    ...(isWaiting(fact) && { waitsFor: waitsFor(fact, people, context) }),
  }
}

function totalsOf(expected: Board['expected'], { attendance }: Roll): Board['totals'] {
  const registered = expected.filter(({ memberId }) => isRegistered(attendance.get(memberId))).length
  const onLeave = expected.filter((one) => one.onLeave).length
  const guests = [...attendance.values()].filter((fact) => fact.guest && isRegistered(fact)).length
  return {
    expected: expected.length,
    registered,
    onLeave,
    unregistered: expected.length - registered - onLeave,
    guests,
  }
}

/** 应到 of a vote is the branch of that day, whoever was ticked: unticking people must not lower it. */
export const votingOf = (
  activity: Activity,
  { attendance }: Roll,
  people: People,
): NonNullable<Board['voting']> => ({
  ...votersOf([...people.values()], { branchId: activity.branchId, day: dayOf(activity.startsAt) }, (id) =>
    isRegistered(attendance.get(id)),
  ),
  notEntitled: activity.notEntitled ?? { withoutVote: 0, leftOut: 0 },
})

function lateOf({ hostId, late }: Activity, people: People, { names, tree }: Context) {
  return late ? { late: shownLate({ hostId, late }, (id) => actingName(id, people, names), tree) } : {}
}

/** Since when it is closed though nobody closed it. */
export const closedItselfOf = (activity: Activity, now: number) =>
  hasClosedItself(activity, now) ? { closedItselfAt: activity.closedAt ?? closesItselfAt(activity) } : {}

const groupsOf = (activity: Activity, tree: Tree) =>
  [...new Set(activity.expected.flatMap(({ groupId }) => groupId ?? []))]
    .flatMap((id) => tree.get(id) ?? [])
    .sort((a, b) => a.order - b.order)
    .map(named)

/** Requests to be bound that whoever looks may decide: all of the branch's, or those made at this door. */
function readKnocking(activity: Activity, context: Context): Promise<BindRequest[]> {
  const { caller, today, tree } = context
  const { _id, branchId } = activity
  const decides = ({ activityId }: Pick<Identity, 'activityId'>) => {
    const about = { day: today, branchId, ...(activityId === _id && { activity }) }
    return mayDo('identity.decide', caller, about, tree)
  }
  return readBindRequests([branchId], context, decides)
}

/** Of a joint meeting the other branches by their numbers: who they are is each branch's own to read. */
async function othersOf(activity: Activity, tree: Tree): Promise<Pick<Board, 'joint' | 'partOf'>> {
  if (!isJoint(activity)) return {}
  const others = (await readTogether(activity)).filter(({ _id }) => _id !== activity._id)
  const counts = await countArrivals(others.map(({ _id }) => _id))
  const joint = others.map(({ _id, branchId, expected }) => ({
    name: tree.get(branchId)?.name ?? '',
    expected: expected.length,
    registered: counts.get(_id) ?? 0,
  }))
  const convening = activity.jointOf === undefined ? undefined : others.find(({ jointOf }) => !jointOf)
  const partOf = tree.get(convening?.branchId ?? '')?.name
  return { joint, ...(partOf !== undefined && { partOf }) }
}

/** The organiser's view: who is expected, who has come, who knocks at the door, and the key from which the phone mints the code. */
export const activityBoard = useCase('activity.board', aboutActivity, async (_request, context, activity) => {
  const { caller, now, tree, calendar, names } = context
  const { _id, branchId, kind, codeKey } = activity
  const state = effectiveState(activity, now)
  const [roll, bindRequests, others] = await Promise.all([
    readRoll(_id),
    readKnocking(activity, context),
    othersOf(activity, tree),
  ])
  const people = await readPeople(activity, roll)
  const groups = groupsOf(activity, tree)
  const expected = expectedList(activity, roll, people, { names, groups })
  const newestFirst = [...roll.attendance.values()].sort(
    (a, b) => b.recordedAt - a.recordedAt || b.occurredAt - a.occurredAt,
  )
  return done({
    id: _id,
    kind,
    title: activity.title,
    state,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    place: activity.place,
    branchId,
    ...((state === 'published' || state === 'open') && { codeKey }),
    codePrefix: codePrefix(),
    opensAt: opensAt(activity),
    paperUntil: entersUntil(activity, calendar),
    groups,
    expected,
    arrivals: newestFirst.map((fact) => arrival(fact, people, context)),
    totals: totalsOf(expected, roll),
    ...others,
    bindRequests,
    ...(kind === 'general_meeting' && { voting: votingOf(activity, roll, people) }),
    ...closedItselfOf(activity, now),
    ...lateOf(activity, people, context),
    witnesses: witnessesOf([...people.values()], branchId, context, caller.member?._id),
  })
})
