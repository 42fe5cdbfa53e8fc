import type { ListTemplate } from '@domain/keptLists/template'
import type { Named } from '@domain/contract/shared'
import type { Member } from '@domain/org/member'
import { membershipOn, postsOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Day } from '@domain/time/day'
import { countyBranches, named } from '../entry/targets'
import type { Context } from '../entry/useCase'
import { find } from '../store/find'
import { readBranchMembers } from '../store/readPeople'
import type { List } from './aboutList'

const has = ({ fields }: ListTemplate, kind: 'person' | 'branch'): boolean =>
  fields.some((field) => field.is === kind)

/** Whether somebody is of a branch on a day, or holds a post at a unit. */
export const belongsTo = ({ _id, type }: Organisation, member: Member, day: Day): boolean =>
  type === 'branch'
    ? membershipOn(member, day)?.branchId === _id
    : postsOn(member, day).some(({ organisationId }) => organisationId === _id)

/** Whoever sits or holds a post at a unit on a day, in register order. */
async function readSeats(unit: Organisation, { today }: Context): Promise<Member[]> {
  const members = await find('members', { 'posts.organisationId': unit._id }, { limit: 1000 })
  return members.filter((member) => belongsTo(unit, member, today)).sort((a, b) => a.order - b.order)
}

/** Who may be named in a row: members of the branch, of a unit whoever holds a post there; in register order. */
export async function readChoosable({ template, organisation }: List, context: Context): Promise<Member[]> {
  if (!has(template, 'person')) return []
  const { _id, type } = organisation
  return type === 'branch' ? readBranchMembers(_id, context.today) : readSeats(organisation, context)
}

/** Which branches may be named: those of the county, in 组织序列. */
export const choosableBranches = ({ template }: List, { tree, today }: Context): Organisation[] =>
  has(template, 'branch') ? countyBranches(tree, today) : []

/** Who and which branches may be named, besides those a row names already. */
export async function readOffered(
  list: List,
  context: Context,
): Promise<{ people: Named[]; branches: Named[] }> {
  const people = await readChoosable(list, context)
  return {
    people: people.map((member) => ({ id: member._id, name: context.names.of(member) })),
    branches: choosableBranches(list, context).map(named),
  }
}
