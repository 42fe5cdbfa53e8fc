import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import type { Activity } from '@domain/activity/activity'
import type { Role } from '@domain/contract/identity'
import type { OrganisationType } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import { isActiveOn, postsOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { branchOf, isUnder, type Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import { type ActivityWithChair, readActivity } from '../store/readActivity'
import type { Context, Found } from './useCase'

/** Actions about nothing but the caller. */
export const aboutNothing = (): Found<null> => ({ about: {}, loaded: null })

/** Actions a member does for oneself; for a person outside the register they are answered as if there were none. */
export function aboutSelf(_request: unknown, { caller }: Context): Found<Member> | null {
  return caller.member ? { about: { memberId: caller.member._id }, loaded: caller.member } : null
}

/** Actions about an activity. */
export async function aboutActivity(request: {
  activityId: string
}): Promise<Found<ActivityWithChair> | null> {
  const activity = await readActivity(request.activityId)
  return activity && { about: targetOf(activity), loaded: activity }
}

export const targetOf = (activity: ActivityWithChair): Found<unknown>['about'] => ({
  branchId: activity.branchId,
  ...(activity.hostType === 'group' && { groupId: activity.hostId }),
  activity,
})

/** Actions about a branch. */
export function aboutBranch(
  { branchId }: { branchId: string },
  { tree }: Context,
): Found<Organisation> | null {
  const node = tree.get(branchId)
  return node?.type === 'branch' ? { about: { branchId }, loaded: node } : null
}

/** The county as a whole: asked of whoever may see its root. */
export function aboutCounty(_request: unknown, { tree }: Pick<Context, 'tree'>): Found<null> | null {
  const root = [...tree.values()].find(({ type }) => type === 'work_committee')
  return root ? { about: { branchId: root._id }, loaded: null } : null
}

/** Actions about a community or a village. */
export function aboutPlace(
  placeId: string,
  types: readonly OrganisationType[],
  { tree, today }: Context,
): Found<Organisation> | null {
  const place = tree.get(placeId)
  return place && types.includes(place.type) && isActiveOn(place, today)
    ? { about: { placeId }, loaded: place }
    : null
}

export const isService = ({ kind, hostType }: Pick<Activity, 'kind' | 'hostType'>): boolean =>
  kind === 'community_service' && hostType === 'community'

/** Actions about a community's service; a meeting is answered as if it were not there. */
export async function aboutService(request: { activityId: string }) {
  const found = await aboutActivity(request)
  return found && isService(found.loaded) ? found : null
}

type About = Found<null>['about']

/** An organisation as answers name it. */
export const named = ({ _id, name }: Pick<Organisation, '_id' | 'name'>) => ({ id: _id, name })

export const rootOf = (tree: Tree): Organisation | undefined =>
  [...tree.values()].find(({ type }) => type === 'work_committee')

/** To read an organisation: a group through its branch, what stands beside the tree through the county. */
export function toRead({ _id, type, parentId }: Organisation, tree: Tree): About {
  if (type === 'group') return { branchId: branchOf(tree, _id) ?? _id, groupId: _id }
  if (type === 'community' || type === 'village') return beneath(parentId, tree)
  return { branchId: _id }
}

/** To change what stands under something: a branch's groups are the branch's business, all else the county's. */
export function beneath(parentId: string | null, tree: Tree): About {
  const branchId = parentId ?? rootOf(tree)?._id
  return branchId === undefined ? {} : { branchId }
}

/** Branches anywhere below a unit, or below the work committee, on a day of the tree. */
export const branchesBelow = (id: string, tree: Tree, on: Day): Organisation[] =>
  [...tree.values()].filter(
    (node) => node.type === 'branch' && isActiveOn(node, on) && isUnder(tree, node._id, id),
  )

/** What counts as a branch of the county on a day, on every page that says how many there are: active, and below the work committee. */
export const countyBranches = (tree: Tree, on: Day): Organisation[] => {
  const root = rootOf(tree)
  return root ? branchesBelow(root._id, tree, on) : []
}

export const branchesUnder = (id: string, tree: Tree, on: Day): number => branchesBelow(id, tree, on).length

/** Roles that answer in the name of their organisation. */
const answering: readonly Role[] = ['committee', 'unit_officer']

/**
 * In whose name this person may be asked for a second word: one's own, that of the branches one runs, of the unit whose 中心组 one sits in or whose
 * officer one is, of the work committee.
 */
export function askedOf(context: Context): string[] {
  const { caller, today } = context
  const { member } = caller
  const held = rolesOf(caller, today).filter(({ role }) => answering.includes(role))
  const seats = (member ? postsOn(member, today) : []).filter(({ post }) => post === 'theory_group_member')
  const places = [...held, ...seats].map(({ organisationId }) => organisationId)
  return [...new Set([...(member ? [member._id] : []), ...branchesRun(context), ...places])]
}

/** Branches this person runs: whose requests to bind one decides, and whose early notes one reads. */
export function branchesRun({ caller, today, tree }: Context): string[] {
  const held = rolesOf(caller, today).flatMap(({ organisationId }) => branchOf(tree, organisationId) ?? [])
  return [...new Set(held)].filter((branchId) =>
    mayDo('identity.decide', caller, { day: today, branchId }, tree),
  )
}

/** The groups of a branch on a day, in 组织序列. */
export const groupsOf = (branchId: string, tree: Tree, day: Day): Organisation[] =>
  [...tree.values()]
    .filter((node) => node.type === 'group' && node.parentId === branchId && isActiveOn(node, day))
    .sort((a, b) => a.order - b.order)
