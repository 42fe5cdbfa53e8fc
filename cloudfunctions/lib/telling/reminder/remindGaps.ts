import type { Duty } from '@domain/duty/duty'
import type { Tree } from '@domain/org/tree'
import { type DueReminder, dueReminder, gapKey } from '@domain/reminder/dueReminder'
import { gapTarget } from '@domain/reminder/gapTarget'
import { gapFields } from '@domain/reminder/messageFields'
import type { Round } from '@domain/reminder/rounds'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { readBranchEvidence } from '../../counting/progress/readBranchEvidence'
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

/** Members of a branch who miss something and were not told in this round. */
async function dueIn(
  branchId: string,
  round: Round,
  { duties, claimed, tree, calendar }: Known,
  now: number,
): Promise<Due[]> {
  const { members, ...evidence } = await readBranchEvidence(branchId, round.month, spanOf(round, now), now)
  return members.flatMap((member): Due[] => {
    const _id = gapKey(member._id, round)
    if (claimed.has(_id)) return []
    const progress = progressOfRound({ member, tree, duties, round, now, ...evidence })
    const due = dueReminder({ progress, duties, round, now, calendar })
    return due ? [{ _id, memberId: member._id, ...due }] : []
  })
}

function messageTo(due: Due, reach: Reach, calendar: WorkCalendar) {
  const receiver = reach(due.memberId)
  const { month_gap } = countyTemplates()
  if (!receiver || !month_gap) return null
  return { ...receiver, page: pages[gapTarget(due.items)], data: gapFields(due, calendar, month_gap) }
}

/** Tells a branch's members of their gaps. Six calls for a branch with someone to tell, besides those for each message. */
export async function remindGaps(branchId: string, round: Round, known: Known, run: Run): Promise<void> {
  const { now } = run
  const due = await dueIn(branchId, round, known, now)
  if (due.length === 0) return
  const reach = await readReach(
    due.map(({ memberId }) => memberId),
    'month_gap',
  )
  await run.each(due, (one) => {
    const { _id, memberId, items } = one
    const { month, overdue } = round
    return deliver(
      { _id, memberId, branchId, kind: 'month_gap', periodKey: month.key, overdue, items, at: now },
      messageTo(one, reach, known.calendar),
    )
  })
}
