import type { Unreached } from '@domain/contract/reminder'
import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import { type DueReminder, dueReminder } from '@domain/reminder/dueReminder'
import type { Round } from '@domain/reminder/rounds'
import { toldEnough, type ToldEnough } from '@domain/reminder/toldEnough'
import { dayOf, startOfDay } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { readBranchEvidence } from '../../counting/progress/readBranchEvidence'
import { forLeader, isOfRound, type StoredReminder } from '../../store/collections/reminders'
import { atLeast, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { branchGaps, toldForBranch } from './branchGaps'
import { progressOfRound } from './gapItems'
import { readStanding, type Receiver, type Standing } from './readReach'
import { spanOf } from './spanOf'

/** What is known of the county before a branch is looked at. */
export interface Known {
  duties: Duty[]
  tree: Tree
  calendar: WorkCalendar
}

/** What one member misses in a round. */
export interface DueGap extends DueReminder {
  member: Member
}

/** Members of a branch, in the order of the register, who miss something in a round, or run the branch while it does; whoever has left is none of them. */
export async function gapsDueIn(
  branchId: string,
  round: Round,
  { duties, tree, calendar }: Known,
  now: number,
): Promise<DueGap[]> {
  const whole = await readBranchEvidence(branchId, round.month, spanOf(round, now), now)
  const { members, ...evidence } = whole
  const heads = toldForBranch(members, branchId, now)
  const ofBranch = heads.size > 0 ? branchGaps(branchId, round, whole, { duties, tree }, now) : []
  return members.flatMap((member): DueGap[] => {
    if (!membershipOn(member, dayOf(now))) return []
    const progress = progressOfRound({ member, tree, duties, round, now, ...evidence })
    const own = { progress, ...(heads.has(member._id) && { ofBranch }) }
    const due = dueReminder({ ...own, duties, round, now, calendar })
    return due ? [{ member, ...due }] : []
  })
}

/**
 * How somebody gets to know of gaps: `to`: a message goes out · `because`: WeChat does not reach them, a person tells · `enough`: nothing more is
 * said, they were told today, twice this month, or stand on the leader's list of the round already; once: they were told in it, and a second message
 * cannot reach them.
 */
export type How = { to: Receiver } | { because: Unreached } | { enough: ToldEnough | 'listed' | 'once' }

type Told = Pick<StoredReminder, 'memberId' | 'state' | 'code' | 'at' | 'periodKey' | 'overdue'>

/** What these members were told of gaps since the month began. */
const readTold = (memberIds: readonly string[], now: number): Promise<Told[]> =>
  find(
    'reminders',
    {
      memberId: oneOf(memberIds),
      kind: 'month_gap',
      at: atLeast(startOfDay(periodOf('month', now).from)),
    },
    { limit: 5000, fields: ['memberId', 'state', 'code', 'at', 'periodKey', 'overdue'] },
  )

function howFor({ member, round }: DueGap, told: readonly Told[], standing: Standing, now: number): How {
  const own = told.filter(({ memberId }) => memberId === member._id)
  // One that WeChat refused was tried: it is not tried a third time either.
  const messages = own.filter(({ state, code }) => state !== 'leader' || code !== undefined)
  const enough = toldEnough(
    messages.map(({ at }) => at),
    now,
  )
  if (enough) return { enough }
  const stands = standing(member._id)
  if (typeof stands !== 'string') return { to: stands }
  const ofRound = own.filter((one) => isOfRound(one, round))
  if (ofRound.length === 0) return { because: stands }
  return { enough: ofRound.some(({ state }) => forLeader.includes(state)) ? 'listed' : 'once' }
}

/** Each with how they get to know: decided here for the timer, and for whoever looks at it before. Three calls for any number. */
export async function decideGaps<T extends DueGap>(
  due: readonly T[],
  now: number,
): Promise<(T & { how: How })[]> {
  if (due.length === 0) return []
  const memberIds = due.map(({ member }) => member._id)
  const [standing, told] = await Promise.all([readStanding(memberIds, 'month_gap'), readTold(memberIds, now)])
  return due.map((one) => ({ ...one, how: howFor(one, told, standing, now) }))
}
