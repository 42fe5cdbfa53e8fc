import { mayDo } from '@domain/access/mayDo'
import { mayTalk } from '@domain/access/mayTalk'
import { rolesOf } from '@domain/access/rolesOf'
import { seesNames } from '@domain/access/seesNames'
import { done, refuse } from '@domain/contract/answer'
import type { Role } from '@domain/contract/identity'
import type { BranchProgress, MemberRow } from '@domain/contract/progress'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { isUnder } from '@domain/org/tree'
import { earlyMonths } from '@domain/progress/earlyMonths'
import { earlyNotes } from '@domain/progress/earlyNotes'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { missingFirst } from '@domain/progress/missingFirst'
import { type Day, startOfDay } from '@domain/time/day'
import { daysLeft, type Period, periodOf, previousPeriod } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { aboutBranch, branchesRun, groupsOf, named } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { partFrom } from '../../ground/fitting'
import { dutyLine } from './dutyLine'
import { columnsOf, memberRow } from './memberRow'
import { keysOffered, offeredPeriod } from './periodsOffered'
import { type BranchEvidence, readBranchEvidence } from './readBranchEvidence'
import { type Span, spanOver } from './span'

/** Roles that read the whole of a branch they stand above; an officer of a unit does not. */
const readsAll: readonly Role[] = ['secretary', 'organisation_officer', 'committee', 'inspector']

/** null: the whole branch. A group leader reads the own group(s) only, unless another role reads more. */
export function ownGroups(node: Organisation, context: Context): ReadonlySet<string> | null {
  const roles = rolesOf(context.caller, context.today)
  const above = roles.filter(({ organisationId }) => isUnder(context.tree, node._id, organisationId))
  if (above.some(({ role }) => readsAll.includes(role))) return null
  return new Set(roles.map(({ organisationId }) => organisationId))
}

/** A month shows what is owed in it and in the quarter, half-year and year it lies in; a longer period its own. */
function periodsShown(period: Period): Period[] {
  const at = startOfDay(period.from)
  return period.kind === 'month'
    ? [period, periodOf('quarter', at), periodOf('half', at), periodOf('year', at)]
    : [period]
}

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

/**
 * Facts of the quarter at least, and of the month before: a member's last record should not vanish on the first of a month. `looked`: the
 * months early notes look at.
 */
function spanOf(period: Period, today: Day, looked: readonly Period[]): Span {
  const at = startOfDay(period.from)
  const quarter = periodOf('quarter', at)
  const span = spanOver([previousPeriod(periodOf('month', at)), quarter, period, ...looked], today)
  const { from } = periodOf('year', at)
  return { ...span, since: from < span.since ? from : span.since }
}

/** Early notes shown at most: nobody can talk with more people in a month, and a county whose records begin would name everybody. */
const TALKS = 60

/** Nobody is asked to talk with oneself. */
const earlyOf = (
  branchId: string,
  evidence: BranchEvidence,
  { duties, months }: { duties: Duty[]; months: readonly Period[] },
  { caller, now }: Context,
) =>
  earlyNotes({ branchId, duties, now, months, ...evidence })
    .filter(({ memberId }) => memberId !== caller.member?._id)
    .slice(0, TALKS)

/** 长期未参加 (DUTIES row 45) is for those who run the branch alone, and speaks of today: no months are looked at for anybody else or for a past one. */
function monthsLooked({ _id }: Organisation, { kind, to }: Period, context: Context): Period[] {
  const isRunning = kind === 'month' && context.today <= to
  return isRunning && branchesRun(context).includes(_id) ? earlyMonths(context.now, context.calendar) : []
}

export const branchPage = useCase('progress.branch', aboutBranch, async (request, context, node) => {
  const { now, today, tree, caller, names } = context
  const duties = await readDuties(now)
  const period = offeredPeriod(request.periodKey, duties, now)
  if (!period) return refuse('invalid_request', { path: 'periodKey' })
  const looked = monthsLooked(node, period, context)
  // Of some branches numbers alone are told to whoever stands outside.
  const namesHidden = !seesNames(caller, node, today, tree)
  const evidence = await readBranchEvidence(node._id, period, spanOf(period, today, looked), now)
  const own = ownGroups(node, context)
  const inScope = (groupId: string | undefined) => !own || (groupId !== undefined && own.has(groupId))
  const day = judgedDay(period, now)
  const asked = branchFor(node, period, context)
  const groups = asked.groups.filter(({ _id }) => inScope(_id))
  const rows = (namesHidden ? [] : evidence.members).flatMap((member): MemberRow[] => {
    const row = memberRow(member, { duties, period, evidence, tree: asked.then, now })
    return inScope(row.groupId) ? [{ ...row, name: names.of(member) }] : []
  })
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
    ...(looked.length > 0 && { early: earlyOf(node._id, evidence, { duties, months: looked }, context) }),
    mayPlan: mayDo('activity.save', caller, { day: today, branchId: node._id }, tree),
    ...(mayTalk(node, context, duties) && { mayTalk: true }),
  }
  const { from } = request
  return done(from === undefined ? answer : { ...answer, ...partFrom(rows, from, { ...answer, rows: [] }) })
})
