import { mayDo } from '@domain/access/mayDo'
import { mayTalk } from '@domain/access/mayTalk'
import { seesNames } from '@domain/access/seesNames'
import { done, refuse } from '@domain/contract/answer'
import type { BranchProgress, EarlyNote } from '@domain/contract/progress'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { hasTalked } from '@domain/progress/earlyRecords'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { missingFirst } from '@domain/progress/missingFirst'
import { startOfDay } from '@domain/time/day'
import { daysLeft, type Period, periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { aboutBranch, branchesRun, groupsOf, named } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { partFrom } from '../../ground/fitting'
import { readSuggested } from '../../store/readSuggested'
import { branchSpan, periodsShown } from './branchSpan'
import { dutyLine } from './dutyLine'
import { columnsOf, memberRows } from './memberRows'
import { ownGroups } from './ownGroups'
import { keysOffered, offeredPeriod } from './periodsOffered'
import { type BranchEvidence, readBranchEvidence } from './readBranchEvidence'

/** The branch as a period is judged by it: its name and groups of then. */
export function branchFor(node: Organisation, period: Period, { register, now }: Context) {
  const then = treeFor(register, period, now)
  return {
    branch: then.get(node._id) ?? node,
    groups: groupsOf(node._id, then, judgedDay(period, now)),
    then,
  }
}

/** The branch's own duties, missing first; each period by the groups of its own last day. */
function dutiesOf(
  node: Organisation,
  isShown: (groupId: string) => boolean,
  shown: Period[],
  { duties, evidence }: { duties: Duty[]; evidence: BranchEvidence },
  context: Context,
) {
  const { now } = context
  return shown
    .flatMap((period) => {
      const { branch, groups } = branchFor(node, period, context)
      const own = groups.filter(({ _id }) => isShown(_id))
      return evaluateBranch({ branch, groups: own, duties, period, now, ...evidence })
    })
    .sort(missingFirst)
    .map(({ duty, progress, missingNames }) => ({ line: dutyLine(duty, progress), missingNames }))
}

/** Early notes shown at most: nobody can talk with more people in a month, and a county whose records begin would name everybody. */
const TALKS = 60

/**
 * 长期未参加 (DUTIES row 45), for those who run the branch alone, and of today: as the last full roll-up found it, less whom somebody has talked with
 * since. undefined: nothing of it is for this person, or of a past period. Nobody is asked to talk with oneself.
 */
async function earlyOf(
  { _id: branchId }: Organisation,
  { kind, to }: Period,
  { members, ...evidence }: BranchEvidence,
  context: Context,
): Promise<EarlyNote[] | undefined> {
  const { caller, today, names } = context
  if (kind !== 'month' || today > to || !branchesRun(context).includes(branchId)) return undefined
  const suggested = await readSuggested([branchId])
  return members
    .filter(({ _id }) => _id !== caller.member?._id)
    .flatMap((member) =>
      suggested.flatMap(({ memberId, early }): EarlyNote[] => {
        if (memberId !== member._id || early?.talkedFrom === undefined) return []
        const { talkedFrom, ...note } = early
        return hasTalked(evidence, memberId, talkedFrom)
          ? []
          : [{ ...note, memberId, name: names.of(member) }]
      }),
    )
    .slice(0, TALKS)
}

export const branchPage = useCase('progress.branch', aboutBranch, async (request, context, node) => {
  const { now, today, tree, caller, names } = context
  const duties = await readDuties(now)
  const period = offeredPeriod(request.periodKey, duties, now)
  if (!period) return refuse('invalid_request', { path: 'periodKey' })
  // Of some branches numbers alone are told to whoever stands outside.
  const namesHidden = !seesNames(caller, node, today, tree)
  const evidence = await readBranchEvidence(node._id, period, branchSpan(period, duties, today), now)
  const own = ownGroups(node, context)
  const inScope = (groupId: string | undefined) => !own || (groupId !== undefined && own.has(groupId))
  const day = judgedDay(period, now)
  const asked = branchFor(node, period, context)
  const groups = asked.groups.filter(({ _id }) => inScope(_id))
  const question = { duties, period, evidence, tree: asked.then, now }
  const [early, rows] = await Promise.all([
    earlyOf(node, period, evidence, context),
    namesHidden ? [] : memberRows(question, inScope, names),
  ])
  const answer: BranchProgress = {
    branch: named(asked.branch),
    memberCount: evidence.members.length,
    period,
    daysLeft: daysLeft(period, now),
    daysLeftOfQuarter: daysLeft(periodOf('quarter', startOfDay(day)), now),
    scope: own ? 'group' : 'branch',
    groups: groups.map(named),
    duties: dutiesOf(node, inScope, periodsShown(period), { duties, evidence }, context),
    columns: columnsOf(duties, period),
    rows,
    ...(namesHidden && { namesHidden }),
    periods: keysOffered(duties, now),
    ...(early && { early }),
    mayPlan: mayDo('activity.save', caller, { day: today, branchId: node._id }, tree),
    ...(mayTalk(node, context, duties) && { mayTalk: true }),
  }
  const { from } = request
  return done(from === undefined ? answer : { ...answer, ...partFrom(rows, from, { ...answer, rows: [] }) })
})
