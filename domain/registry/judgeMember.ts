import type { Member } from '../org/member'
import { applyEntry, type Place } from './applyEntry'
import { describe, registerFields } from './describe'
import type { MemberEntry } from './entry'
import { findBranch } from './findBranch'
import { findMember } from './findMember'
import { differences, type Judged, refused } from './judged'
import type { Register } from './register'

/** `next` is the member as they would be; without `_id` of their own when they are to be added. */
export interface JudgedMember extends Judged {
  branchId?: string
  before?: Member
  next?: Member
}

const blank = (name: string): Member => ({
  _id: '',
  name,
  phoneTail: '',
  standing: 'full',
  order: 0,
  memberships: [],
  posts: [],
  households: [],
  exemptions: [],
  alias: '',
  codeKey: '',
})

function placeOf(entry: MemberEntry, branchId: string, { places, householdId }: Register): Place | Judged {
  const branch = places.tree.get(branchId)
  if (!branch) return refused('unknown_branch')
  const groupId = entry.group === undefined ? undefined : places.group(branchId, entry.group)
  const leads = entry.posts?.includes('group_leader') ?? false
  if (groupId === undefined && (entry.group !== undefined || leads)) return refused('unknown_group')
  const communityId = entry.community === undefined ? undefined : places.community(entry.community)
  if (communityId === undefined && entry.community !== undefined) return refused('unknown_community')
  const households = entry.households ?? []
  if (households.some(({ village }) => places.village(village) === undefined))
    return refused('unknown_village')
  return { branch, groupId, communityId, householdIds: households.map(householdId) }
}

const isJudged = (value: object): value is Judged => 'verdict' in value

/** Holds one row against the register: what would be added, changed, left or refused, and why. Everything it needs is handed in. */
export function judgeMember(
  entry: MemberEntry,
  register: Register,
  chosen: readonly string[] = [],
): JudgedMember {
  const branchId = findBranch(entry, register, chosen)
  if (typeof branchId !== 'string') return branchId
  const place = placeOf(entry, branchId, register)
  if (isJudged(place)) return place
  const person = findMember(entry, branchId, register, chosen)
  if (person && isJudged(person)) return { ...person, branchId }
  const { places, today, householdLabel } = register
  const next = applyEntry(person ?? blank(entry.name), entry, place, today)
  const shown = (member: Member) => describe(member, today, places.tree, householdLabel)
  const changes = differences(registerFields, person && shown(person), shown(next))
  const verdict = person === null ? 'add' : changes.length > 0 ? 'change' : 'same'
  return { verdict, changes, options: [], branchId, next, ...(person && { before: person }) }
}
