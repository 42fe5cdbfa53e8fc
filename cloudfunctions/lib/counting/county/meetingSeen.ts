import { seesNames } from '@domain/access/seesNames'
import type { Activity } from '@domain/activity/activity'
import { bookLacks } from '@domain/activity/bookLacks'
import { effectiveState } from '@domain/activity/effectiveState'
import { kindLabels } from '@domain/activity/kindLabels'
import { done } from '@domain/contract/answer'
import type { MeetingSeen } from '@domain/contract/overseen'
import type { Member } from '@domain/org/member'
import { treeFor } from '@domain/org/asOf'
import type { Organisation } from '@domain/org/organisation'
import { isClosed } from '@domain/time/entryDeadline'
import { type Period, periodOf } from '@domain/time/period'
import { named } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { absentOf } from '../../meetings/activity/absentOf'
import { attendedOf, readSeen, runnersOf, type Seen, split } from '../../meetings/activity/activityRecord'
import { recordingsOf } from '../../meetings/activity/confirmRecord'
import { shownLate } from '../../meetings/activity/lateEntry'
import { readActivity } from '../../store/readActivity'
import { unsettledOf } from '../../store/readRoll'
import { aboveOf } from './overseen'

interface Asked {
  activity: Activity
  node: Organisation
  period: Period
}

const held = ['open', 'closed', 'recorded']

/** A meeting that was held, of a branch or a unit; a plan, and what a community holds, is answered as if it were not there. */
export function aboutSeen(
  activity: Activity,
  { tree, now, calendar }: Pick<Context, 'tree' | 'now' | 'calendar'>,
): Found<Asked> | null {
  const node = tree.get(activity.branchId)
  if (!node || (node.type !== 'branch' && node.type !== 'unit') || !held.includes(activity.state)) return null
  const period = periodOf('month', activity.startsAt)
  const isRunning = !isClosed(period, { now, calendar })
  return { about: { branchId: node._id, isRunning }, loaded: { activity, node, period } }
}

async function load({ activityId }: { activityId: string }, context: Context) {
  const activity = await readActivity(activityId)
  return activity && aboutSeen(activity, context)
}

type Numbers = Pick<
  MeetingSeen,
  | 'state'
  | 'expected'
  | 'attended'
  | 'absentCount'
  | 'unsettled'
  | 'observers'
  | 'votes'
  | 'lacks'
  | 'takenBack'
>

/** What of a record is a number or a mark, whoever was there. */
function numbersOf(activity: Activity, { roll }: Seen, now: number): Numbers {
  const state = effectiveState(activity, now)
  const unsettled = unsettledOf(activity, roll).length
  const { observers = [], votes = [] } = activity
  return {
    state,
    expected: split(activity.expected.map(({ standing }) => standing)),
    attended: attendedOf(activity, roll),
    absentCount: absentOf(activity, roll).length,
    unsettled,
    ...{ observers: observers.length, votes: votes.length },
    lacks: bookLacks({ ...activity, state }, unsettled),
    takenBack: recordingsOf(activity).filter(({ takenBack }) => takenBack).length,
  }
}

/** Names: who ran it; and of a confirmed record who was absent, which is a look at them. */
function namesOf(activity: Activity, { roll, people }: Seen, { names, tree }: Context) {
  const say = (give: (member: Member) => string) => (id: string) => {
    const member = people.get(id)
    return member ? give(member) : ''
  }
  const { chair, recorder, lecturer } = runnersOf(activity, people, names)
  const { late, hostId, lecturerName } = activity
  const nameOf = say((member) => names.of(member))
  return {
    ...(chair !== undefined && { chair }),
    ...(recorder !== undefined && { recorder }),
    ...((lecturer ?? lecturerName) && { lecturer: lecturer ?? lecturerName }),
    ...(late && {
      late: shownLate(
        { hostId, late },
        say((member) => names.acting(member)),
        tree,
      ),
    }),
    ...(activity.state === 'recorded' && {
      absent: absentOf(activity, roll).map(({ memberId, reason }) => ({ name: nameOf(memberId), reason })),
    }),
  }
}

/** A meeting of a closed month and its record, for whoever stands above its branch or unit. */
export const meetingSeen = useCase('committee.meeting', load, async (_request, context, asked) => {
  const { activity, node, period } = asked
  const { now, today, tree, caller, register } = context
  const { _id: id, kind, carries, startsAt, endsAt, title, place, topic, agenda, recordedAt } = activity
  const seen = await readSeen(activity)
  const then = treeFor(register, period, now)
  const branch = then.get(node._id) ?? node
  const namesHidden = !seesNames(caller, node, today, tree)
  const group = activity.hostType === 'group' ? then.get(activity.hostId)?.name : undefined
  return done({
    ...{ id, branch: named(branch), above: aboveOf(branch, then, context), month: period.key },
    ...{ kind, carries, startsAt, endsAt },
    ...(group !== undefined && { groupName: group }),
    ...numbersOf(activity, seen, now),
    ...(recordedAt !== undefined && { recordedAt }),
    // Of a branch whose numbers alone leave it nothing that was typed is told, and nobody is named.
    ...(namesHidden
      ? { namesHidden, title: kindLabels[kind], agenda: [] }
      : {
          ...{ title, place, agenda: agenda.map(({ text }) => text) },
          ...(topic !== undefined && { topic }),
          ...namesOf(activity, seen, context),
        }),
  })
})
