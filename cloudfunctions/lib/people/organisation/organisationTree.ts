import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { OrganisationNode } from '@domain/contract/organisation'
import { treeAsOf } from '@domain/org/asOf'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { isUnder } from '@domain/org/tree'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { beneath, branchesUnder, rootOf, toRead } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { partFrom } from '../../ground/fitting'
import { comingFor } from './comingChanges'
import { countMembers } from './countMembers'

type Request = ParsedRequestOf<'organisation.tree'>

const isBeside = ({ type }: Organisation): boolean => type === 'community' || type === 'village'

/** The nodes a caller may open everything below of, without being asked for one. */
const heldBy = ({ caller, today, tree }: Context): Organisation[] => [
  ...new Set(
    rolesOf(caller, today).flatMap(({ organisationId }) => {
      const node = tree.get(organisationId)
      return node && mayDo('organisation.tree', caller, { day: today, ...toRead(node, tree) }, tree)
        ? node
        : []
    }),
  ),
]

function load({ underId }: Request, context: Context): Found<Organisation[]> | null {
  const tops =
    underId === undefined ? heldBy(context) : [context.tree.get(underId)].flatMap((one) => one ?? [])
  const [first] = tops
  return first ? { about: toRead(first, context.tree), loaded: tops } : null
}

/** The organisations as they stand on a day, with how many belong to each. Communities and villages stand with the whole county. */
export const organisationTree = useCase('organisation.tree', load, async ({ on, from }, context, tops) => {
  const { caller, today, register } = context
  const day = on ?? today
  const then = treeAsOf(register, day)
  const isShown = (node: Organisation) =>
    isActiveOn(node, day) &&
    tops.some((top) => isUnder(then, node._id, top._id) || (top.type === 'work_committee' && isBeside(node)))
  const nodes = [...then.values()].filter(isShown).sort(inTreeOrder(then))
  const members = await countMembers(
    nodes.filter(({ type }) => type === 'branch').map(({ _id }) => _id),
    day,
  )
  const shown = nodes.map((node): OrganisationNode => {
    const isHolding = node.type === 'branch' || node.type === 'group'
    return nodeOf(node, isHolding ? (members.get(node._id) ?? 0) : branchesUnder(node._id, then, day))
  })
  const root = rootOf(context.tree)
  const about = beneath(root?._id ?? null, context.tree)
  const answer = {
    nodes: shown,
    coming: await comingFor(tops, context),
    mayEdit: mayDo('organisation.change', caller, { day: today, ...about }, context.tree),
  }
  if (from === undefined) return done(answer)
  const { rows: nodesAtOnce, next } = partFrom(shown, from, { ...answer, nodes: [] })
  return done({ ...answer, nodes: nodesAtOnce, ...(next !== undefined && { next }) })
})

export const nodeOf = (node: Organisation, count: number): OrganisationNode => ({
  id: node._id,
  type: node.type,
  name: node.name,
  parentId: node.parentId,
  count,
  validFrom: node.validFrom,
  ...(node.validTo !== undefined && { validTo: node.validTo }),
  ...(node.branchType && { branchType: node.branchType }),
  countsOnly: node.countsOnly ?? false,
})
