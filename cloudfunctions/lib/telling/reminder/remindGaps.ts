import { gapKey } from '@domain/reminder/dueReminder'
import { gapTarget } from '@domain/reminder/gapTarget'
import { gapFields } from '@domain/reminder/messageFields'
import type { Round } from '@domain/reminder/rounds'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { countyTemplates } from './countyTemplates'
import { deliver } from './deliver'
import { decideGaps, type DueGap, gapsDueIn, type How, type Known } from './gapsDue'
import { pages } from './pages'
import type { Run } from './run'

function messageTo(due: DueGap, how: How, calendar: WorkCalendar, fromBranch: boolean) {
  const { month_gap } = countyTemplates()
  if (!('to' in how) || !month_gap) return null
  const data = gapFields(due, calendar, month_gap, { fromBranch })
  return { ...how.to, page: pages[gapTarget(due.items)], data }
}

interface Said {
  branchId: string
  keyOf: (memberId: string) => string
  calendar: WorkCalendar
  /** The branch's own word. */
  fromBranch?: boolean
}

/** Tells them, but who was told enough: by WeChat, or a person does. Three calls, besides those for each message. */
export async function tellGaps(
  due: readonly DueGap[],
  { branchId, keyOf, calendar, fromBranch = false }: Said,
  run: Run,
): Promise<void> {
  const owed = (await decideGaps(due, run.now)).filter(({ how }) => !('enough' in how))
  await run.each(owed, (one) => {
    const { member, items, round, how } = one
    const about = { branchId, kind: 'month_gap', periodKey: round.month.key, overdue: round.overdue } as const
    return deliver(
      {
        ...{ _id: keyOf(member._id), memberId: member._id, ...about, items, at: run.now },
        ...(fromBranch && { fromBranch }),
      },
      messageTo(one, how, calendar, fromBranch),
    )
  })
}

/** Tells a branch's members of their gaps, but whose key of the round is taken already. Seven calls for a branch with someone to tell. */
export async function remindGaps(
  branchId: string,
  round: Round,
  { claimed, ...known }: Known & { claimed: ReadonlySet<string> },
  run: Run,
): Promise<void> {
  const keyOf = (memberId: string) => gapKey(memberId, round)
  const due = await gapsDueIn(branchId, round, known, run.now)
  const unclaimed = due.filter(({ member }) => !claimed.has(keyOf(member._id)))
  await tellGaps(unclaimed, { branchId, keyOf, calendar: known.calendar }, run)
}
