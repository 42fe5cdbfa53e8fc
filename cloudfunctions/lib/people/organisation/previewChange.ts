import { seesNames } from '@domain/access/seesNames'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { ChangePart } from '@domain/contract/organisation'
import { concernedIn } from '@domain/org/change/concernedIn'
import { type Part, previewChange as previewOf } from '@domain/org/change/previewChange'
import { branchOf, type Tree, treeOf } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import type { Names } from '../../entry/Names'
import { branchesUnder } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { count } from '../../store/find'
import { readAllMembersOf } from '../../store/readPeople'
import { plansOf } from './movePlans'
import { aboutChange, planFor } from './planFor'

type Request = ParsedRequestOf<'organisation.previewChange'>

/** Id of what a previewed change would found; once it is made it gets the id of the request. */
const NEW = 'new'

/** Whomever the branches concerned ever held: a merge or a move is told with the heads on both sides. */
const everybodyIn =
  ({ change }: Request) =>
  async (tree: Tree) => {
    const branches = new Set(concernedIn(change).flatMap((id) => branchOf(tree, id) ?? []))
    return (await Promise.all([...branches].map(readAllMembersOf))).flat()
  }

/** What a change of the tree would come to, in heads and names; writes nothing. */
export const previewChange = useCase(
  'organisation.previewChange',
  ({ change }, context) => aboutChange(change, context),
  async (request, context) => {
    const { change, on } = request
    const { caller, today, names } = context
    const planned = await planFor(change, { on, today, newId: NEW, caller }, everybodyIn(request))
    if (typeof planned === 'string') return refuse(planned)
    const { situation, plan } = planned
    const preview = previewOf(change, situation, plan)
    const { tree } = situation
    const later = treeOf([...tree.values(), ...plan.organisations])
    const isSeen = (organisationId: string) => {
      const branch = tree.get(branchOf(tree, organisationId) ?? '')
      return !branch || seesNames(caller, branch, today, tree)
    }
    const seen = concernedIn(change).every(isSeen)
    const partOf = (of: Tree) => (part: Part) => shownPart(part, of, on, seen ? names : null)
    return done({
      before: preview.before.map(partOf(tree)),
      after: preview.after.map(partOf(later)),
      movingCount: preview.moving.length,
      moving: seen ? preview.moving.map((member) => names.of(member)) : [],
      ending: preview.ending.map(({ member, post }) => ({
        ...(seen && { name: names.acting(member) }),
        post: post.post,
        of: tree.get(post.organisationId)?.name ?? '',
      })),
      plans: change.what === 'merge' ? await count('activities', plansOf(change, on)) : 0,
    })
  },
)

function shownPart(
  { organisation, members, groups, leader }: Part,
  tree: Tree,
  on: Day,
  names: Names | null,
): ChangePart {
  const { _id, type, name, parentId } = organisation
  const parent = parentId === null ? undefined : tree.get(parentId)
  const isHolding = type === 'branch' || type === 'group'
  const full = members.filter(({ standing }) => standing === 'full').length
  return {
    id: _id,
    type,
    name,
    ...(parent && { parentName: parent.name }),
    count: isHolding ? members.length : branchesUnder(_id, tree, on),
    full,
    probationary: members.length - full,
    groups: groups.length,
    ...(leader && names && { leader: names.acting(leader) }),
    isLed: leader !== undefined,
  }
}
