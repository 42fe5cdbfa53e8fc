import type { Duty } from '@domain/duty/duty'
import type { Tree } from '@domain/org/tree'
import { type DueReminder, dueReminder, gapKey } from '@domain/reminder/dueReminder'
import { gapTarget } from '@domain/reminder/gapTarget'
import { gapFields } from '@domain/reminder/messageFields'
import type { Round } from '@domain/reminder/rounds'
import { isToldEnough } from '@domain/reminder/isToldEnough'
import { membershipOn } from '@domain/org/membershipOn'
import { dayOf, startOfDay } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { readBranchEvidence } from '../../counting/progress/readBranchEvidence'
import { isOfRound, type StoredReminder } from '../../store/collections/reminders'
import { atLeast, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { branchGaps, toldForBranch } from './branchGaps'
import { countyTemplates } from './countyTemplates'
import { deliver } from './deliver'
import { progressOfRound } from './gapItems'
import { pages } from './pages'
import { type Reach, readReach } from './readReach'
import type { Run } from './run'
import { spanOf } from './spanOf'

interface Due extends DueReminder {
  _id: string
  memberId: string
}

/** What a run knows of the county before it looks at a branch. */
interface Known {
  duties: Duty[]
  tree: Tree
  calendar: WorkCalendar
  /** Keys of the round that are taken already. */
  claimed: ReadonlySet<string>
}

/** Members of a branch who miss something, or run it while it does, and were not told in this round. */
async function dueIn(
  branchId: string,
  round: Round,
  { duties, claimed, tree, calendar }: Known,
  now: number,
): Promise<Due[]> {
  const whole = await readBranchEvidence(branchId, round.month, spanOf(round, now), now)
  const { members, ...evidence } = whole
  const heads = toldForBranch(members, branchId, now)
  const ofBranch = heads.size > 0 ? branchGaps(branchId, round, whole, { duties, tree }, now) : []
  return members.flatMap((member): Due[] => {
    const _id = gapKey(member._id, round)
    // Who has left since is told nothing more.
    if (claimed.has(_id) || !membershipOn(member, dayOf(now))) return []
    const progress = progressOfRound({ member, tree, duties, round, now, ...evidence })
    const own = { progress, ...(heads.has(member._id) && { ofBranch }) }
    const due = dueReminder({ ...own, duties, round, now, calendar })
    return due ? [{ _id, memberId: member._id, ...due }] : []
  })
}

function messageTo(due: Due, reach: Reach, calendar: WorkCalendar) {
  const receiver = reach(due.memberId)
  const { month_gap } = countyTemplates()
  if (!receiver || !month_gap) return null
  return { ...receiver, page: pages[gapTarget(due.items)], data: gapFields(due, calendar, month_gap) }
}

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

/** Not who was told enough, nor again who stands on the leader's list already and still cannot be reached. */
function mayBeTold({ memberId, round }: Due, told: readonly Told[], reach: Reach, now: number): boolean {
  const own = told.filter((one) => one.memberId === memberId)
  // One that WeChat refused was tried: it is not tried a third time either.
  const messages = own
    .filter(({ state, code }) => state !== 'leader' || code !== undefined)
    .map(({ at }) => at)
  return (
    !isToldEnough(messages, now) &&
    (reach(memberId) !== undefined || !own.some((one) => isOfRound(one, round)))
  )
}

/** Tells a branch's members of their gaps. Seven calls for a branch with someone to tell, besides those for each message. */
export async function remindGaps(branchId: string, round: Round, known: Known, run: Run): Promise<void> {
  const { now } = run
  const due = await dueIn(branchId, round, known, now)
  if (due.length === 0) return
  const memberIds = due.map(({ memberId }) => memberId)
  const [reach, told] = await Promise.all([readReach(memberIds, 'month_gap'), readTold(memberIds, now)])
  const owed = due.filter((one) => mayBeTold(one, told, reach, now))
  await run.each(owed, (one) => {
    const { _id, memberId, items } = one
    const { month, overdue } = round
    return deliver(
      { _id, memberId, branchId, kind: 'month_gap', periodKey: month.key, overdue, items, at: now },
      messageTo(one, reach, known.calendar),
    )
  })
}
