import { needsOther } from '../access/ownEntry'
import { blankMember } from '../org/editMember'
import type { Member } from '../org/member'
import { applyEntry, type Place } from './applyEntry'
import { describe, registerFields } from './describe'
import type { RowReason } from '../contract/imports'
import type { Organisation } from '../org/organisation'
import type { HouseholdCode, MemberEntry } from './entry'
import { findBranch } from './findBranch'
import { findMember } from './findMember'
import { differences, type Judged, refused } from './judged'
import { oneSecretary } from './oneSecretary'
import type { Register } from './register'

/** `next` is the member as they would be; without `_id` of their own when they are to be added. */
export interface JudgedMember extends Judged {
  branchId?: string
  before?: Member
  next?: Member
  /** Whose post as secretary of the branch ends because this one follows. */
  replaced?: readonly Member[]
}

interface Placed {
  place: Place
  /** The entry without a group, community or village that the tree does not know. */
  entry: MemberEntry
  flaws: RowReason[]
}

/** Where a row puts somebody. A group, community or village nobody knows touches nobody's identity: it is left out, and said. */
function placeOf(entry: MemberEntry, branch: Organisation, { places, householdId }: Register): Placed {
  const flaws = [...(entry.flaws ?? [])]
  const groupId = entry.group === undefined ? undefined : places.group(branch._id, entry.group)
  const communityId = entry.community === undefined ? undefined : places.community(entry.community)
  const isKnown = ({ village }: HouseholdCode) => places.village(village) !== undefined
  const households = (entry.households ?? []).filter(isKnown)
  const leads = groupId === undefined && (entry.posts?.includes('group_leader') ?? false)
  if (groupId === undefined && (entry.group !== undefined || leads)) flaws.push('unknown_group')
  if (communityId === undefined && entry.community !== undefined) flaws.push('unknown_community')
  if (households.length < (entry.households ?? []).length) flaws.push('unknown_village')
  const { posts, ...rest } = entry
  // Whoever leads a group that is not there leads none.
  const held = leads ? posts?.filter((post) => post !== 'group_leader') : posts
  return {
    place: { branch, groupId, communityId, householdIds: households.map(householdId) },
    entry: { ...rest, ...(held && held.length > 0 && { posts: held }) },
    flaws,
  }
}

/** Whether the whole number can be compared; never the hash itself. */
const hashShown = (member: Member | null, before: Member | null): { phoneHash: string } => ({
  phoneHash: !member?.phoneHash
    ? ''
    : (before?.phoneHash ?? member.phoneHash) === member.phoneHash
      ? '能'
      : '换了号码',
})

const isJudged = (value: object): value is Judged => 'verdict' in value

/** All reasons of a row are told at once, the one that stops it first. */
const withFlaws = (judged: Judged, flaws: readonly RowReason[] = []): Judged => ({
  ...judged,
  reasons: [...judged.reasons, ...flaws],
})

/** Holds one row against the register: what would be added, changed, left or refused, and why. Everything it needs is handed in. */
export function judgeMember(
  entry: MemberEntry,
  register: Register,
  chosen: readonly string[] = [],
): JudgedMember {
  const branchId = findBranch(entry, register, chosen)
  if (typeof branchId !== 'string') return withFlaws(branchId, entry.flaws)
  const { places, today, householdLabel } = register
  const branch = places.tree.get(branchId)
  if (!branch) return refused('unknown_branch')
  const placed = placeOf(entry, branch, register)
  const person = findMember(entry, branchId, register, chosen)
  if (person && isJudged(person)) return { ...withFlaws(person, placed.flaws), branchId }
  const secretary = oneSecretary(placed.entry, branchId, person?._id, register, chosen)
  if (isJudged(secretary)) return { ...withFlaws(secretary, placed.flaws), branchId }
  const { replaced } = secretary
  const next = applyEntry(person ?? blankMember(entry.name), secretary.entry, placed.place, today)
  if (person && needsOther(register.reader, person, next))
    return { ...withFlaws(refused('own_entry'), placed.flaws), branchId, before: person }
  const shown = (member: Member) => describe(member, today, places.tree, householdLabel)
  const changes = [
    ...differences(registerFields, person && shown(person), shown(next)),
    ...differences(['phoneHash'], hashShown(person, null), hashShown(next, person)),
  ]
  const verdict = person === null ? 'add' : changes.length > 0 ? 'change' : 'same'
  // The short number was the last four digits of somebody found by it, so it is no flaw of the row.
  const isTail = entry.shortNumber !== undefined && person?.phoneTail === entry.shortNumber
  const reasons = placed.flaws.filter((flaw) => flaw !== 'short_number' || !isTail)
  const judged: JudgedMember = { verdict, reasons, changes, options: [], branchId, next, replaced }
  return { ...judged, ...(person && { before: person }) }
}
