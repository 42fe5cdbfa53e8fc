import { mayBeSecond, mayConfirmService } from '@domain/access/secondPerson'
import type { Activity, LateEntry } from '@domain/activity/activity'
import { done } from '@domain/contract/answer'
import type { Late, LateEntryShown } from '@domain/contract/late'
import type { Member } from '@domain/org/member'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import type { Tree } from '@domain/org/tree'
import { isService } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { type Word, wordOf } from '../../entry/word'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import { askedAt, staffAskedAt } from '../../people/register/secondPersons'
import { type ActivityWithChair, readActivity } from '../../store/readActivity'
import { readPeople } from '../../store/readPeople'
import { isRegistered, readRoll, type Roll, unsettledOf } from '../../store/readRoll'
import { absentOf } from './absentOf'

/** Who was there by group, groups and people in register order. */
function groupsOf(
  { activity, roll, people }: LateActivity,
  { tree, names }: Context,
): LateEntryShown['groups'] {
  const groupOf = new Map(activity.expected.map(({ memberId, groupId }) => [memberId, groupId]))
  const came = [...roll.attendance.values()]
    .filter(isRegistered)
    .flatMap(({ memberId }) => people.get(memberId) ?? [])
    .sort((a, b) => a.order - b.order)
  const groups = [...new Set(came.map(({ _id }) => groupOf.get(_id)))]
    .map((id) => (id === undefined ? undefined : tree.get(id)))
    .sort((a, b) => (a?.order ?? Infinity) - (b?.order ?? Infinity))
  return groups.map((group) => {
    const own = came.filter(({ _id }) => groupOf.get(_id) === group?._id)
    return {
      name: group?.name ?? '',
      people: own.map((member) => names.of(member)),
      memberIds: own.map(({ _id }) => _id),
    }
  })
}

/** 请您确认: every name of a 补录, for the second person. */
export const lateEntry = useCase('activity.lateEntry', aboutLate, async (_request, context, found) => {
  const { activity, late, roll, people } = found
  const nameOf = (id: string) => {
    const member = people.get(id)
    return member ? context.names.of(member) : ''
  }
  const { _id: id, title, startsAt, endsAt, place, topic } = activity
  return done({
    ...{ id, title, startsAt, endsAt, place },
    ...(topic !== undefined && { topic }),
    late: shownLate({ hostId: activity.hostId, late }, nameOf, context.tree),
    ...(isService(activity) && { service: true }),
    groups: groupsOf(found, context),
    present: [...roll.attendance.values()].filter(isRegistered).length,
    absent: absentOf(activity, roll).map(({ memberId, reason }) => ({ name: nameOf(memberId), reason })),
    unsettled: unsettledOf(activity, roll).map(({ memberId }) => nameOf(memberId)),
    seen: seenOf(roll),
  })
})

/** Who else is asked for the second word on what is entered afterwards. */
function askedFor(placeId: string, { by, today, tree }: Word): string | Promise<string> {
  switch (tree.get(placeId)?.type) {
    case 'unit':
      return placeId
    case 'community':
      return staffAskedAt(placeId, by, { today, tree })
    default:
      return askedAt(placeId, by, { today, tree })
  }
}

/** A 补录 begins: on whose word, and who else is asked. */
export const lateAt = async (placeId: string, word: Word): Promise<LateEntry> => ({
  at: word.now,
  by: word.by,
  asked: await askedFor(placeId, word),
  confirmed: null,
})

/** The same of what the caller enters. */
export const lateNow = (placeId: string, context: Context): Promise<LateEntry> =>
  lateAt(placeId, wordOf(context))

/** A 补录 before its second person. */
export interface LateActivity {
  activity: ActivityWithChair
  late: LateEntry
  roll: Roll
  people: ReadonlyMap<string, Member>
}

/** Who was there, as it is entered now: goes out with the names and comes back with the word on them. */
export const seenOf = ({ attendance }: Roll): string =>
  idFrom(
    'roll',
    [...attendance.values()]
      .filter(isRegistered)
      .map(({ _id }) => _id)
      .sort()
      .join(' '),
  )

/** The state of a 补录, as pages show it. Who stands on no register is called by what they speak for. */
export function shownLate(
  { hostId, late }: { hostId: string; late: LateEntry },
  nameOf: (id: string) => string,
  tree: Tree,
): Late {
  const { by, at, asked, confirmed, doubted } = late
  const answer = confirmed ?? doubted
  const marked = confirmed ? [] : (doubted?.memberIds ?? [])
  const speaker = (id: string, placeId: string) => nameOf(id) || (tree.get(placeId)?.name ?? '')
  return {
    by: speaker(by, hostId),
    at,
    state: confirmed ? 'confirmed' : doubted ? 'doubted' : 'waiting',
    ...(answer && { answeredBy: speaker(answer.by, asked) }),
    ...(marked.length > 0 && { marked: marked.map((id) => ({ id, name: nameOf(id) })) }),
  }
}

/** A 补录 for whoever may say the second word on it; to everybody else it is answered as if it were not there. */
export async function aboutLate(
  { activityId }: { activityId: string },
  context: Context,
): Promise<Found<LateActivity> | null> {
  const activity = await readActivity(activityId)
  if (!activity?.late || !isSecond(activity, context)) return null
  const roll = await readRoll(activityId)
  const people = await readPeople(activity, roll)
  return { about: { branchId: activity.branchId }, loaded: { activity, late: activity.late, roll, people } }
}

/**
 * Whether the caller may say the second word on a 补录: who else runs the branch, the unit's 中心组, who else works for the community, or the work
 * committee where it is asked.
 */
export function isSecond(
  { branchId, late }: Pick<Activity, 'branchId' | 'late'>,
  { caller, today, tree }: Context,
): boolean {
  if (!late) return false
  const { member } = caller
  if (tree.get(branchId)?.type === 'community') {
    const isOther = nameForRecords(caller) !== late.by
    return isOther && mayConfirmService(caller, { communityId: branchId, asked: late.asked }, today, tree)
  }
  if (tree.get(branchId)?.type === 'unit')
    return (
      member !== undefined && member._id !== late.by && theoryGroupOf([member], branchId, today).length > 0
    )
  const awaited = { memberId: '', branchId, enteredBy: late.by, askedAbove: late.asked !== branchId }
  return mayBeSecond(caller, awaited, today, tree)
}
