import { mayDo } from '@domain/access/mayDo'
import type { BranchMonth } from '@domain/contract/overseen'
import type { Organisation } from '@domain/org/organisation'
import { type Tree, upFrom } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import { isClosed } from '@domain/time/entryDeadline'
import { type Period, periodOf, previousPeriod } from '@domain/time/period'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { countyBranches, named, rootOf } from '../../entry/targets'
import type { Context } from '../../entry/useCase'

/** The last month of which nothing can be entered any more. */
export function lastClosed(context: Pick<Context, 'now' | 'calendar'>): Period {
  const before = previousPeriod(periodOf('month', context.now))
  return isClosed(before, context) ? before : previousPeriod(before)
}

/** What lies above a branch or unit as the tree stood then, from the county down; what the reader may look at opens. */
export function aboveOf(
  node: Organisation,
  then: Tree,
  { caller, today, tree }: Context,
): BranchMonth['above'] {
  const root = rootOf(tree)?._id
  return upFrom(then, node.parentId ?? '')
    .map((at) => {
      const action = at._id === root ? 'committee.overview' : 'committee.branch'
      return { ...named(at), opens: mayDo(action, caller, { day: today, branchId: at._id }, tree) }
    })
    .reverse()
}

/** The branches before and after one in 组织序列, of those the reader may look at. */
export function neighboursOf(
  branchId: string,
  then: Tree,
  on: Day,
  { caller, today, tree }: Context,
): Pick<BranchMonth, 'previous' | 'next'> {
  const branches = countyBranches(then, on)
    .filter(({ _id }) => mayDo('committee.branch', caller, { day: today, branchId: _id }, tree))
    .sort(inTreeOrder(then))
  const at = branches.findIndex(({ _id }) => _id === branchId)
  const [previous, next] = [branches[at - 1], branches[at + 1]]
  return at < 0 ? {} : { ...(previous && { previous: named(previous) }), ...(next && { next: named(next) }) }
}
