import type { OrganisationChange } from '../../contract/organisation'
import { isActiveOn, membershipOn, postsOn } from '../membershipOn'
import type { Member, Post } from '../member'
import type { Organisation } from '../organisation'
import { type Tree, treeOf } from '../tree'
import type { Planned, Situation } from './change'
import { concernedIn } from './concernedIn'
import { childrenOf } from './rules'

/** An organisation on the day a change begins, and whom it holds then. */
export interface Part {
  organisation: Organisation
  /** Members of a branch or group. */
  members: readonly Member[]
  groups: readonly Organisation[]
  /** 书记 of a branch, 组长 of a group. */
  leader?: Member
}

/** What a change of the tree comes to, before it is said yes to. */
export interface ChangePreview {
  /** Those it is about as they would be without it on its day, and as they are with it. What ends is not among the second. */
  before: Part[]
  after: Part[]
  /** Who is in another branch or group afterwards. */
  moving: Member[]
  /** Posts nobody holds any more. */
  ending: { member: Member; post: Post }[]
}

interface Day {
  tree: Tree
  members: readonly Member[]
  on: string
}

const partOf = (organisation: Organisation, { tree, members, on }: Day): Part => {
  const { _id, type } = organisation
  const here = members.filter((member) => {
    const now = membershipOn(member, on)
    return (type === 'group' ? now?.groupId : now?.branchId) === _id
  })
  const leads = ({ post, organisationId }: Post) =>
    organisationId === _id && post === (type === 'group' ? 'group_leader' : 'secretary')
  const leader = members.find((member) => postsOn(member, on).some(leads))
  return {
    organisation,
    members: here.sort((a, b) => a.order - b.order),
    groups: type === 'branch' ? childrenOf(_id, tree, on) : [],
    ...(leader && { leader }),
  }
}

const partsOf = (ids: readonly string[], day: Day): Part[] =>
  ids.flatMap((id) => {
    const organisation = day.tree.get(id)
    return organisation && isActiveOn(organisation, day.on) ? [partOf(organisation, day)] : []
  })

const isSame = (a: Post, b: Post) => a.post === b.post && a.organisationId === b.organisationId

/**
 * Head-counts and names of a planned change on its day. `members`: whomever any of the organisations ever held.
 * A merge of branch3 (50 members) into branch1 (12): before 50 and 12, after 62, fifty moving, branch3's posts ending.
 */
export function previewChange(
  change: OrganisationChange,
  { tree, members, on, newId }: Situation,
  plan: Planned,
): ChangePreview {
  const changed = new Map(plan.members.map((member) => [member._id, member]))
  const later = members.map((member) => changed.get(member._id) ?? member)
  const then: Day = {
    tree: treeOf([
      ...new Map([...tree, ...plan.organisations.map((one) => [one._id, one] as const)]).values(),
    ]),
    members: later,
    on,
  }
  const ids = concernedIn(change)
  const isNew = change.what === 'found' || change.what === 'split'
  const pairs = members.map((member, i): [Member, Member] => [member, later[i] ?? member])
  return {
    before: partsOf(ids, { tree, members, on }),
    after: partsOf(isNew ? [...ids, newId] : ids, then),
    moving: pairs
      .filter(([one, next]) => {
        const [from, to] = [membershipOn(one, on), membershipOn(next, on)]
        return from?.branchId !== to?.branchId || from?.groupId !== to?.groupId
      })
      .map(([one]) => one)
      .sort((a, b) => a.order - b.order),
    ending: pairs.flatMap(([member, next]) =>
      postsOn(member, on)
        .filter((post) => !postsOn(next, on).some((kept) => isSame(kept, post)))
        .map((post) => ({ member, post })),
    ),
  }
}
