import { seesNames } from '@domain/access/seesNames'
import { kindLabels } from '@domain/activity/kindLabels'
import { effectiveState } from '@domain/activity/effectiveState'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { BookMeeting } from '@domain/contract/book'
import type { BranchMonth } from '@domain/contract/overseen'
import { heldKindOf } from '@domain/duty/doneBy'
import { attendedLabel } from '@domain/duty/attendedLabel'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { type BranchDuty, evaluateBranch } from '@domain/progress/evaluateBranch'
import { isDone, owes } from '@domain/progress/owes'
import { rollupBranch } from '@domain/progress/rollupBranch'
import { addDays, dayOf } from '@domain/time/day'
import { entryClosesAt, isClosed } from '@domain/time/entryDeadline'
import { type Period, periodByKey, previousPeriod } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { aboutBranch, named } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { readMeetings } from '../../meetings/activity/bookPage'
import { readBookLines } from '../../store/readBook'
import { branchFor } from '../progress/branchPage'
import { periodsOffered } from '../progress/periodsOffered'
import { type BranchEvidence, readBranchEvidence } from '../progress/readBranchEvidence'
import { spanOver } from '../progress/span'
import { besideOf } from './countyWhy'
import { aboveOf, lastClosed, neighboursOf } from './overseen'

type Request = ParsedRequestOf<'committee.branch'>
interface Asked {
  node: Organisation
  period: Period
}

function load(request: Request, context: Context): Found<Asked> | null {
  const found = aboutBranch(request, context)
  if (!found) return null
  const period = request.month === undefined ? lastClosed(context) : periodByKey(request.month)
  const isRunning = !isClosed(period, context)
  return { about: { ...found.about, isRunning }, loaded: { node: found.loaded, period } }
}

interface Judged {
  duties: readonly Duty[]
  evidence: BranchEvidence
}

/** The branch's own duties of a month, in the order of the rules. */
function judged({ node, period }: Asked, { duties, evidence }: Judged, context: Context): BranchDuty[] {
  const { branch, groups } = branchFor(node, period, context)
  const placeOf = ({ duty }: BranchDuty) => duties.findIndex(({ id }) => id === duty.id)
  return evaluateBranch({ branch, groups, duties: [...duties], period, now: context.now, ...evidence }).sort(
    (a, b) => placeOf(a) - placeOf(b),
  )
}

const isOpen = ({ progress }: BranchDuty): boolean => owes(progress) && !isDone(progress)

function dutyOf({ duty, progress, missingNames }: BranchDuty, openBefore: string | undefined) {
  const kind = heldKindOf(duty)
  const { state, done: times, needed, notOwed, notCounted } = progress
  return {
    ...{ dutyId: duty.id, label: duty.label, state, done: times, needed, missingNames },
    ...(kind && { kind }),
    ...(notOwed && { notOwed }),
    notCounted: notCounted.map(({ id, reason }) => ({ id, reason })),
    ...(openBefore !== undefined && { openBefore }),
  }
}

/** Each of them, and where it is open whether the month before was too. */
function dutiesOf(asked: Asked, material: Judged, context: Context): BranchMonth['duties'] {
  const before = previousPeriod(asked.period)
  const openThen = new Set(
    judged({ ...asked, period: before }, material, context)
      .filter(isOpen)
      .map(({ duty }) => duty.id),
  )
  return judged(asked, material, context).map((one) =>
    dutyOf(one, isOpen(one) && openThen.has(one.duty.id) ? before.key : undefined),
  )
}

/** Of the members' duties, as the county's document counts them. */
function membersOf(
  asked: Asked,
  { duties, evidence }: Judged & { evidence: { everyone: BranchEvidence['members'] } },
  context: Context,
) {
  const { period } = asked
  const { branch, groups } = branchFor(asked.node, period, context)
  const input = { branch, groups, duties: [...duties], period, now: context.now, ...evidence }
  const numbers = rollupBranch({ ...input, members: evidence.everyone })?.duties ?? {}
  return dutiesFor(duties, period).flatMap((duty) => {
    const own = numbers[duty.id] ?? [0, 0]
    const [times, owed] = own
    if (duty.subject !== 'member' || owed === 0) return []
    return [{ dutyId: duty.id, label: attendedLabel(duty, duties), done: times, owed, ...besideOf(own) }]
  })
}

/** What was held. Of a branch whose numbers alone leave it nothing that was typed, and nobody who ran a meeting. */
async function heldIn({ node, period }: Asked, isHidden: boolean, context: Context): Promise<BookMeeting[]> {
  const lines = (await readBookLines(node._id, period))
    .filter((line) => effectiveState(line, context.now) !== 'published')
    .sort((a, b) => a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1))
  const meetings = await readMeetings(lines, context)
  if (!isHidden) return meetings
  return meetings.map(({ topic: _topic, chair: _chair, lecturer: _lecturer, ...meeting }) => ({
    ...meeting,
    title: kindLabels[meeting.kind],
    place: '',
  }))
}

/** A branch's closed month, for whoever stands above it. */
export const branchMonth = useCase('committee.branch', load, async (request, context, asked) => {
  const { now, today, caller, tree, calendar } = context
  const { node, period } = asked
  const duties = await readDuties(now)
  const months = periodsOffered('month', duties, { now }).filter((one) => isClosed(one, context))
  // In a county's first weeks no month with rules is closed yet: the page says so of the last one there was.
  if (request.month !== undefined && !months.some(({ key }) => key === period.key))
    return refuse('invalid_request', { path: 'month' })
  const namesHidden = !seesNames(caller, node, today, tree)
  const span = spanOver([previousPeriod(period), period], today)
  const [evidence, meetings] = await Promise.all([
    readBranchEvidence(node._id, period, span, now),
    heldIn(asked, namesHidden, context),
  ])
  const { branch, then } = branchFor(node, period, context)
  return done({
    branch: named(branch),
    above: aboveOf(branch, then, context),
    period,
    enteredUntil: addDays(dayOf(entryClosesAt(period, calendar)), -1),
    months: months.map(({ key }) => key),
    memberCount: evidence.members.length,
    ...(namesHidden && { namesHidden }),
    duties: dutiesOf(asked, { duties, evidence }, context),
    meetings,
    members: membersOf(asked, { duties, evidence }, context),
    ...neighboursOf(node._id, then, judgedDay(period, now), context),
  })
})
