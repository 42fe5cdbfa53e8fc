import type { Member } from '../org/member'
import { membershipOn } from '../org/membershipOn'
import type { Day } from '../org/organisation'
import { applyEntry, type Place } from './applyEntry'
import { describe, registerFields } from './describe'
import type { HouseholdCode, MemberEntry } from './entry'
import { asked, differences, type Judged, refused } from './judged'
import type { Places } from './places'

/** What a row is held against. */
export interface Register {
  places: Places
  today: Day
  /** Whether the reader runs a branch. */
  isOwn: (branchId: string) => boolean
  /** The branch of a register that names none: the only one the reader runs. */
  onlyBranchId?: string | undefined
  /** Everybody in the county of this name. */
  namesakes: readonly Member[]
  /** An id for every code, of a household known or of one to come. */
  householdId: (code: HouseholdCode) => string
  householdLabel: (householdId: string) => string
}

/** `next` is the member as they would be; without `_id` of their own when they are to be added. */
export interface JudgedMember extends Judged {
  branchId?: string
  before?: Member
  next?: Member
}

/** Key of the option that says: nobody of these, somebody new. */
export const NEW = 'new'

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

/** The branch a row means, or why none. */
function branchOf({ branch }: MemberEntry, register: Register, chosen: readonly string[]): string | Judged {
  const { places, isOwn, onlyBranchId } = register
  if (branch === undefined) return onlyBranchId ?? refused('unknown_branch')
  const { ids, isExact } = places.branches(branch)
  const own = ids.filter(isOwn)
  const picked = own.find((id) => chosen.includes(id))
  if (picked) return picked
  const [only] = own
  if (only === undefined) return refused(ids.length > 0 && isExact ? 'not_yours' : 'unknown_branch')
  if (isExact && own.length === 1) return only
  return asked(
    'several_branches',
    own.map((key) => ({ key, label: places.tree.get(key)?.name ?? key })),
  )
}

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

/** Last branch of a member, also of one who has left. */
const lastBranchId = ({ memberships }: Member): string | undefined =>
  memberships[memberships.length - 1]?.branchId

function optionsOf(people: readonly Member[], { places }: Register): Judged['options'] {
  const list = people.map((member) => {
    const branch = places.tree.get(lastBranchId(member) ?? '')?.name ?? ''
    return { key: member._id, label: `${member.name}（${branch}）` }
  })
  return [...list, { key: NEW, label: '不是同一人，新增' }]
}

/** Whom a row means: a member, null for somebody new, or what must be asked first. */
function personOf(
  entry: MemberEntry,
  branchId: string,
  register: Register,
  chosen: readonly string[],
): Member | null | Judged {
  const { namesakes, today, isOwn } = register
  const isHere = (member: Member) => membershipOn(member, today)?.branchId === branchId
  const exact = namesakes.filter(({ phoneTail }) => phoneTail === entry.phoneTail)
  const here = exact.filter(isHere)
  if (here.length === 1) return here[0] ?? null
  const near = namesakes.filter((member) => isHere(member) && member.phoneTail !== entry.phoneTail)
  const several = here.length > 1 ? here : exact.length > 0 ? exact : near
  const own = several.filter((member) => isOwn(lastBranchId(member) ?? ''))
  const picked = own.find(({ _id }) => chosen.includes(_id))
  if (picked) return picked
  if (several.length === 0 || (own.length > 0 && chosen.includes(NEW))) return null
  // Somebody of a branch one does not run is neither shown nor taken: their branch must let them go.
  if (own.length === 0) return refused('other_branch')
  const why = several.length > 1 ? 'several_persons' : exact.length > 0 ? 'other_branch' : 'same_name'
  return asked(why, optionsOf(own, register))
}

const isJudged = (value: object): value is Judged => 'verdict' in value

/** Holds one row against the register: what would be added, changed, left or refused, and why. Everything it needs is handed in. */
export function judgeMember(
  entry: MemberEntry,
  register: Register,
  chosen: readonly string[] = [],
): JudgedMember {
  const branchId = branchOf(entry, register, chosen)
  if (typeof branchId !== 'string') return branchId
  const place = placeOf(entry, branchId, register)
  if (isJudged(place)) return place
  const person = personOf(entry, branchId, register, chosen)
  if (person && isJudged(person)) return { ...person, branchId }
  const { places, today, householdLabel } = register
  const next = applyEntry(person ?? blank(entry.name), entry, place, today)
  const shown = (member: Member) => describe(member, today, places.tree, householdLabel)
  const changes = differences(registerFields, person && shown(person), shown(next))
  const verdict = person === null ? 'add' : changes.length > 0 ? 'change' : 'same'
  return { verdict, changes, options: [], branchId, next, ...(person && { before: person }) }
}
