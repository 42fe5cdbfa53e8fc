import type { Cadre, Standing } from '../contract/words'
import type { Day } from '../time/day'
import { saidCommunity } from './communities'
import { endedFrom } from './endedFrom'
import type { ContactPoint, LinkedHousehold, Member, Post } from './member'
import { isInForce, membershipOn } from './membershipOn'
import { type Place, placeMember } from './placeMember'

/**
 * What an entry of the register is to say from a day on, whichever way it was said: a secretary's form, a row of a file. What is left out stays as
 * it is; null takes away.
 */
export interface MemberEdit {
  name?: string
  phoneTail?: string
  /** Of the whole number. Left out, it stays while the digits do: digits and hash are of one number. */
  phoneHash?: string | null | undefined
  standing?: Standing | undefined
  cadre?: Cadre | null | undefined
  /** Of the unit's place: the register tells no kinds apart. */
  communityId?: string | null | undefined
  otherPosts?: string | null | undefined
  /** `from`: the first day there; the day of the change where nothing is said. `fromOutside`: came from outside the county. */
  place?: Place & { from?: Day; fromOutside?: boolean }
  /** Posts `among` those the edit speaks of: the ones held go on or begin, the others end. */
  posts?: { held: readonly Omit<Post, 'from' | 'to'>[]; among: (post: Post) => boolean }
  /** `only`: links with others end. */
  households?: { ids: readonly string[]; only: boolean }
  contactBranchIds?: readonly string[] | undefined
}

/** Somebody who is on no register yet. Id, place in the register and keys are the writer's to give. */
export const blankMember = (name: string): Member => ({
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

/** What comes is neither on the way elsewhere nor gone. */
function placed(member: Member, { from, fromOutside, ...place }: NonNullable<MemberEdit['place']>, on: Day) {
  const { left: _, transfer: __, ...coming } = member
  const stays = membershipOn(member, on)?.branchId === place.branchId
  const next = placeMember(stays ? member : coming, place, from ?? on)
  if (!fromOutside) return next
  const [last, ...earlier] = [...next.memberships].reverse()
  return last ? { ...next, memberships: [...earlier.reverse(), { ...last, fromOutside }] } : next
}

interface Linking<T> {
  ids: readonly string[]
  only: boolean
  idOf: (one: T) => string
  make: (id: string) => T
}

/** Links of a list as they are from a day on: those named go on or begin, and where no others are to be those end with the day before. */
function linked<T extends { from: Day; to?: Day }>(
  list: readonly T[],
  { ids, only, idOf, make }: Linking<T>,
  on: Day,
): T[] {
  const kept = only ? endedFrom(list, (one) => !ids.includes(idOf(one)), on) : [...list]
  const known = kept.filter((one) => isInForce(one, on)).map(idOf)
  return [...kept, ...[...new Set(ids)].filter((id) => !known.includes(id)).map(make)]
}

function withPosts(member: Member, { held, among }: NonNullable<MemberEdit['posts']>, on: Day): Member {
  const keyOf = ({ post, organisationId }: Omit<Post, 'from'>) => `${post} ${organisationId}`
  const wanted = new Map(held.map((post): [string, Post] => [keyOf(post), { ...post, from: on }]))
  const now = member.posts.filter((post) => among(post) && isInForce(post, on))
  const over = now.filter((post) => !wanted.delete(keyOf(post)))
  const kept = endedFrom(member.posts, (post) => over.includes(post), on)
  return { ...member, posts: [...kept, ...wanted.values()] }
}

/** What is said, or what stood before where nothing is. */
const said = <T>(now: T | null | undefined, before: T | undefined): T | undefined =>
  now === undefined ? before : (now ?? undefined)

const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** The one place that says what a change of the register makes of a member. Earlier days stay as they were, and so do facts. */
export function editMember(member: Member, edit: MemberEdit, on: Day): Member {
  const { cadre, otherPosts, phoneHash, contactPoints, ...rest } = edit.place
    ? placed(member, edit.place, on)
    : member
  const isSameNumber = edit.phoneTail === undefined || edit.phoneTail === member.phoneTail
  const points = linked<ContactPoint>(
    contactPoints ?? [],
    {
      ids: edit.contactBranchIds ?? [],
      only: edit.contactBranchIds !== undefined,
      idOf: ({ branchId }) => branchId,
      make: (branchId) => ({ branchId, from: on }),
    },
    on,
  )
  const households = linked<LinkedHousehold>(
    rest.households,
    {
      ...(edit.households ?? { ids: [], only: false }),
      idOf: ({ householdId }) => householdId,
      make: (householdId) => ({ householdId, from: on }),
    },
    on,
  )
  const edited: Member = {
    ...rest,
    name: edit.name ?? rest.name,
    phoneTail: edit.phoneTail ?? rest.phoneTail,
    standing: edit.standing ?? rest.standing,
    households,
    ...present({
      phoneHash: said(edit.phoneHash, isSameNumber ? phoneHash : undefined),
      otherPosts: said(edit.otherPosts, otherPosts),
      cadre: said(edit.cadre, cadre),
      contactPoints: points.length > 0 ? points : undefined,
    }),
  }
  const next = saidCommunity(edited, edit.communityId, on)
  return edit.posts ? withPosts(next, edit.posts, on) : next
}
