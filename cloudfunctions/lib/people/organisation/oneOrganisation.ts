import { mayDo } from '@domain/access/mayDo'
import { seesNames } from '@domain/access/seesNames'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import type { OneOrganisation } from '@domain/contract/organisation'
import { asOf } from '@domain/org/asOf'
import { branchCommitteePosts, unitCommitteePosts } from '@domain/org/committeeOf'
import type { Member } from '@domain/org/member'
import { isActiveOn, membershipOn, postsOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { hasTerm } from '@domain/org/termOf'
import { branchOf, type Tree } from '@domain/org/tree'
import { addDays, type Day } from '@domain/time/day'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { beneath, branchesUnder, named, toRead } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { find } from '../../store/find'
import { readAllMembersOf } from '../../store/readPeople'
import { comingFor } from './comingChanges'
import { eligibleBelow } from './electedAt'
import { nodeOf } from './organisationTree'

type Request = ParsedRequestOf<'organisation.one'>
type Committee = OneOrganisation['committee']

function load({ organisationId }: Request, { register, tree }: Context): Found<Organisation> | null {
  const stored = register.get(organisationId)
  return stored ? { about: toRead(tree.get(organisationId) ?? stored, tree), loaded: stored } : null
}

/** What it was called, and under what, until when; only what differs from what came after. */
function beforeOf(stored: Organisation, register: Tree): OneOrganisation['before'] {
  const parentOn = (parentId: string | null, day: Day) => {
    const parent = parentId === null ? undefined : register.get(parentId)
    return parent && asOf(parent, day).name
  }
  const { past = [] } = stored
  return past
    .flatMap(({ name, parentId, until }) => {
      const next = asOf(stored, addDays(until, 1))
      if (next.name === name && next.parentId === parentId) return []
      const parentName = next.parentId === parentId ? undefined : parentOn(parentId, until)
      return [{ name, until, ...(parentName !== undefined && { parentName }) }]
    })
    .reverse()
}

const committeeOf = (members: readonly Member[], node: Organisation, { today, names }: Context): Committee =>
  (node.type === 'unit' ? unitCommitteePosts : branchCommitteePosts).flatMap((wanted) =>
    members.flatMap((member) =>
      postsOn(member, today)
        .filter(({ post, organisationId }) => post === wanted && organisationId === node._id)
        .map(({ post, from }) => ({
          memberId: member._id,
          name: names.acting(member),
          post: post as Committee[number]['post'],
          from,
        })),
    ),
  )

const leaderOf = (members: readonly Member[], groupId: string, today: Day): Member | undefined =>
  members.find((member) =>
    postsOn(member, today).some(
      ({ post, organisationId }) => post === 'group_leader' && organisationId === groupId,
    ),
  )

/** The committee of a unit, and for who records its election those who can be elected. */
async function peopleOfUnit(unit: Organisation, context: Context, forElection: boolean) {
  const seated = await find('members', { 'posts.organisationId': unit._id }, { limit: 1000 })
  return {
    count: undefined,
    committee: committeeOf(seated, unit, context),
    people: forElection ? await eligibleBelow(unit._id, context) : [],
    leader: undefined,
  }
}

/**
 * How many belong to a branch or group, its committee or leader, and the full members, who can be elected. Of a counts-only branch readers outside
 * it get the number alone.
 */
async function peopleOf(node: Organisation, context: Context) {
  const { caller, today, tree, names } = context
  const branch = tree.get(branchOf(tree, node._id) ?? '')
  if (!branch) return { count: undefined, committee: [], people: [], leader: undefined }
  const ever = await readAllMembersOf(branch._id)
  const isIn = (member: Member) => {
    const now = membershipOn(member, today)
    return (node.type === 'group' ? now?.groupId : now?.branchId) === node._id
  }
  const here = ever.filter(isIn).sort((a, b) => a.order - b.order)
  const count = here.length
  if (!seesNames(caller, branch, today, tree)) return { count, committee: [], people: [], leader: undefined }
  const isBranch = node.type === 'branch'
  const leader = isBranch ? undefined : leaderOf(ever, node._id, today)
  return {
    count,
    committee: isBranch ? committeeOf(ever, node, context) : [],
    people: here
      .filter(({ standing }) => !isBranch || standing === 'full')
      .map((member) => ({ id: member._id, name: names.of(member) })),
    leader: leader && { id: leader._id, name: names.acting(leader) },
  }
}

/** One organisation as it is today, and what it was before. */
export const oneOrganisation = useCase('organisation.one', load, async ({ forElection }, context, stored) => {
  const { caller, today, register, tree } = context
  const node = tree.get(stored._id) ?? stored
  const children = [...tree.values()]
    .filter((child) => child.parentId === node._id && isActiveOn(child, today))
    .sort(inTreeOrder(tree))
  const parent = node.parentId === null ? undefined : tree.get(node.parentId)
  const may = (action: 'organisation.change' | 'organisation.elect', about: Found<null>['about']) =>
    mayDo(action, caller, { day: today, ...about }, tree)
  const electedAt = branchOf(tree, node._id) ?? (hasTerm(node) ? node._id : undefined)
  const mayElect =
    electedAt !== undefined && isActiveOn(node, today) && may('organisation.elect', { branchId: electedAt })
  const { count = branchesUnder(node._id, tree, today), ...inside } =
    node.type === 'unit'
      ? await peopleOfUnit(node, context, mayElect && forElection === true)
      : await peopleOf(node, context)
  return done({
    node: nodeOf(node, count),
    ...(parent && { parent: named(parent) }),
    ...(node.headcount !== undefined && { headcount: node.headcount }),
    before: beforeOf(stored, register),
    committee: inside.committee,
    ...(inside.leader && { leader: inside.leader }),
    ...(node.termEndsOn !== undefined && { termEndsOn: node.termEndsOn }),
    ...(node.terms && { terms: node.terms }),
    people: inside.people,
    children: children.map(named),
    coming: await comingFor([node], context),
    mayEdit: isActiveOn(node, today) && may('organisation.change', beneath(node.parentId, tree)),
    mayElect,
  })
})
