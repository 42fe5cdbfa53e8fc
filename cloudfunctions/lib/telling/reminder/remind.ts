import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { isQuiet, type Round, roundsAt } from '@domain/reminder/rounds'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { countyBranches } from '../../entry/branchesUnder'
import { clearFaults } from '../../entry/guarded'
import { readDuties } from '../../entry/readDuties'
import { readTree } from '../../entry/readTree'
import { readWorkdays } from '../../entry/readWorkdays'
import { find } from '../../store/find'
import { type Delivery, giveUpDeadClaims } from './deliver'
import { inRotation } from './inRotation'
import { remindGaps } from './remindGaps'
import { remindMeetings } from './remindMeetings'
import { type Run, startRun } from './run'
import { sendTrials } from './trial'

/** Counts only: whom it concerned is in `reminders`. */
export interface RemindReport extends Omit<Record<Delivery, number>, 'taken'> {
  /** Branches and meetings passed over because they failed: told by the next run, when they do not fail again. */
  passedOver: number
  /** false: time was up; the next run goes on. */
  isFinished: boolean
}

const branchesOf = (tree: Tree, { month }: Round, now: number): Organisation[] =>
  countyBranches(tree, judgedDay(month, now))

/** Keys of a round that are taken already. */
async function readClaimed({ month, overdue }: Round): Promise<ReadonlySet<string>> {
  const where = { periodKey: month.key, overdue }
  const rows = await find('reminders', where, { limit: 50_000, fields: ['kind'] })
  return new Set(rows.map(({ _id }) => _id))
}

async function remindRound(round: Round, tree: Tree, calendar: WorkCalendar, run: Run): Promise<void> {
  const [duties, claimed] = await Promise.all([readDuties(run.now), readClaimed(round)])
  const of = `${round.month.key}${round.overdue ? ':overdue' : ''}`
  await inRotation(of, branchesOf(tree, round, run.now), run.isOver, ({ _id }) =>
    run.part(_id, () => remindGaps(_id, round, { duties, tree, calendar, claimed }, run)),
  )
}

/** Finds who is due, claims each, sends. Run again at any time it tells nobody twice. */
export async function remind(now: number): Promise<RemindReport> {
  const run = startRun(now)
  if (!isQuiet(now)) {
    await run.part('trial', () => sendTrials(now))
    await giveUpDeadClaims(now)
    await remindMeetings(run)
    const [tree, calendar] = await Promise.all([readTree(now), readWorkdays(now)])
    for (const round of roundsAt(now, calendar)) await remindRound(round, tree, calendar, run)
    if (!run.isOver()) await clearFaults('remind', now)
  }
  const { sent, leader, failed } = run.counts
  return { sent, leader, failed, passedOver: run.failed, isFinished: !run.isOver() }
}
