import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { isQuiet, isTellingTime, type Round, roundsAt } from '@domain/reminder/rounds'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { readDuties, readTree } from '../../entry/cached'
import { clearFaults, guarded } from '../../entry/guarded'
import { readWorkdays } from '../../entry/readWorkdays'
import { countyBranches } from '../../entry/targets'
import { now as clock } from '../../ground/clock'
import { inTurns } from '../../ground/inTurns'
import { find } from '../../store/find'
import { type Delivery, giveUpDeadClaims } from './deliver'
import { inRotation } from './inRotation'
import type { Known } from './gapsDue'
import { remindGaps } from './remindGaps'
import { remindMeetings } from './remindMeetings'
import { remindWaiting } from './remindWaiting'
import { remindWords } from './remindWords'
import { sendTrials } from './trial'

/** Milliseconds after which a run begins nothing more: it must end within the 60 s of the function. Of them meetings take some at most. */
const RUN_MS = 45_000
const MEETINGS_MS = 20_000
/** Nobody may take longer (ms): a branch of 500 takes a few seconds. */
const EACH_MS = 12_000
/** Messages on their way at once. */
const WIDTH = 4

/** One run of the timer: its instant, what it did, and whether there is time for more. */
export interface Run {
  now: number
  counts: Record<Delivery, number>
  /** Branches and meetings passed over because they failed. */
  failed: number
  isOver: () => boolean
  /** For tomorrow's meetings, so that something is left for the months. */
  isOverForMeetings: () => boolean
  /** Delivers to each while there is time; what is left out is nobody's claim and comes with the next run. */
  each: <T>(list: readonly T[], work: (one: T) => Promise<Delivery>) => Promise<void>
  /** One branch or meeting: when it fails, that is noted and the others go on. */
  part: (subjectId: string, work: () => Promise<void>) => Promise<void>
}

export function startRun(now: number): Run {
  const counts: Run['counts'] = { sent: 0, leader: 0, failed: 0, taken: 0 }
  const isOver = () => clock() - now > RUN_MS
  const run: Run = {
    now,
    counts,
    failed: 0,
    isOver,
    isOverForMeetings: () => clock() - now > MEETINGS_MS,
    each: (list, work) =>
      inTurns(list, WIDTH, async (one) => {
        if (!isOver()) counts[await work(one)] += 1
      }),
    async part(subjectId, work) {
      const outcome = await guarded({ job: 'remind', subjectId, now, within: EACH_MS }, async () => {
        await work()
        return 'done' as const
      })
      if (outcome === 'failed') run.failed += 1
    },
  }
  return run
}

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
  const where = { periodKey: month.key, overdue, kind: 'month_gap' as const }
  const rows = await find('reminders', where, { limit: 50_000, fields: ['kind'] })
  return new Set(rows.map(({ _id }) => _id))
}

async function remindRound(round: Round, known: Known, run: Run): Promise<void> {
  const claimed = await readClaimed(round)
  const of = `${round.month.key}${round.overdue ? ':overdue' : ''}`
  await inRotation(of, branchesOf(known.tree, round, run.now), run.isOver, ({ _id }) =>
    run.part(_id, () => remindGaps(_id, round, { ...known, claimed }, run)),
  )
}

/** What is missing, told where something is told now; the branches' own words after it, so that nobody is told by both. */
async function remindMissing(tree: Tree, calendar: WorkCalendar, run: Run): Promise<void> {
  const known = { duties: await readDuties(run.now), tree, calendar }
  const rounds = roundsAt(run.now, calendar)
  for (const round of rounds) await remindRound(round, known, run)
  await remindWords(rounds, known, run)
}

/** Finds who is due, claims each, sends. Run again at any time it tells nobody twice. */
export async function remind(now: number): Promise<RemindReport> {
  const run = startRun(now)
  if (!isQuiet(now)) {
    await run.part('trial', () => sendTrials(now))
    await giveUpDeadClaims(now)
    await remindMeetings(run)
    const [tree, calendar] = await Promise.all([readTree(now), readWorkdays(now)])
    if (isTellingTime(now, calendar)) {
      await run.part('waiting', () => remindWaiting(tree, calendar, run))
      await remindMissing(tree, calendar, run)
    }
    if (!run.isOver()) await clearFaults('remind', now)
  }
  const { sent, leader, failed } = run.counts
  return { sent, leader, failed, passedOver: run.failed, isFinished: !run.isOver() }
}
