import type { MemberForm } from '../contract/roster'
import { isGranted } from '../org/exemptions'
import type { Member } from '../org/member'
import { exemptionIdOf, exemptionOf } from '../org/setExemption'
import { weightOf } from './oneself'
import type { Person } from './person'

/** free: says nothing of what is owed. second: says what is owed, in whatever way it is changed. Else: whether this very change eases it. */
type Touch = 'free' | 'second' | ((before: Member, after: Member) => boolean)

/** A list that is not there is an empty one. */
const isSame = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before ?? []) === JSON.stringify(after ?? [])

const ranks = { section: 1, county: 2 } as const
const rankOf = ({ cadre }: Member): number => (cadre ? ranks[cadre] : 0)

/** More is lifted than somebody had said yes to: other duties, or other days. Shorter is nobody's business but one's own. */
const liftsMore = (before: Member, after: Member): boolean =>
  after.exemptions.filter(isGranted).some((one) => {
    const known = exemptionOf(before, exemptionIdOf(one))
    if (!known || !isGranted(known) || known.category !== one.category) return true
    const endsLater = known.to !== undefined && (one.to === undefined || one.to > known.to)
    const isOfSame = JSON.stringify(known.dutyIds) === JSON.stringify(one.dutyIds)
    return endsLater || one.from < known.from || !isOfSame
  })

const seatsOf = ({ posts }: Member) => posts.filter(({ post }) => post === 'theory_group_member')

/** What each field of the register has to do with the duties of whom it is about. A new field does not compile until it is decided here. */
const touches: Record<keyof Member, Touch> = {
  _id: 'free',
  name: 'free',
  phoneTail: 'free',
  phoneHash: 'free',
  // 转正 gives a vote, and the way back takes one out of the quorum.
  standing: 'second',
  order: 'free',
  // Which branch's and group's meetings are owed, from when on, and whether at all.
  memberships: 'second',
  // Posts of the branch give rights and no duty; a seat in a 中心组 is one at every study of it.
  posts: (before, after) => !isSame(seatsOf(before), seatsOf(after)),
  otherPosts: 'free',
  cadre: (before, after) => rankOf(after) < rankOf(before),
  contactPoints: 'second',
  // Services count wherever they are; a community's staff confirm them.
  communities: 'free',
  // The community says yes.
  communitiesAsked: 'free',
  households: 'second',
  exemptions: liftsMore,
  // Asked for; the other branch says yes.
  transfer: 'free',
  transferDeclined: 'free',
  left: 'second',
  registerVersion: 'free',
  savedAs: 'free',
  // The work committee's word on a deletion.
  erasedAt: 'second',
  alias: 'free',
  codeKey: 'free',
}

export const registerFields = Object.keys(touches) as (keyof Member)[]

/** Fields by which a change of the register says what its member owes, or lifts something of it; empty: it lifts nothing. */
export const easedFields = (before: Member, after: Member): (keyof Member)[] =>
  registerFields.filter((field) => {
    if (isSame(before[field], after[field])) return false
    const touch = touches[field]
    return touch !== 'free' && (touch === 'second' || touch(before, after))
  })

/**
 * Whether a change of the register has to be somebody else's: it is about oneself, and lifts or eases what one owes (docs/decisions/0008-oneself-never.md).
 * `needsOther(secretary, before, { ...before, households: [] }) // true where `before` is the secretary's own entry`
 */
export const needsOther = (person: Person, before: Member, after: Member): boolean =>
  weightOf({ what: 'register' }, person, { memberId: before._id }) === 'refused' &&
  easedFields(before, after).length > 0

/** What each field of the form writes in the register. */
const written: Record<keyof MemberForm, keyof Member> = {
  name: 'name',
  phoneTail: 'phoneTail',
  phone: 'phoneHash',
  standing: 'standing',
  groupId: 'memberships',
  cadre: 'cadre',
  communityId: 'communities',
  householdIds: 'households',
  contactBranchIds: 'contactPoints',
}
const formFields = Object.keys(written) as (keyof MemberForm)[]
const isOwed = (field: keyof MemberForm): boolean => touches[written[field]] !== 'free'

/** Fields of a form that say what is owed, and what they shall be; null: emptied. */
export type OwedChange = Partial<Record<keyof MemberForm, MemberForm[keyof MemberForm] | null>>

/** A form with some of its fields as they are asked for. */
export const withOwed = (form: MemberForm, owed: OwedChange): MemberForm =>
  Object.fromEntries(
    Object.entries({ ...form, ...owed }).filter(([, value]) => value !== null),
  ) as unknown as MemberForm

const valuesOf = (form: MemberForm, fields: readonly (keyof MemberForm)[]): OwedChange =>
  Object.fromEntries(fields.map((field) => [field, form[field] ?? null]))

/**
 * The own form of somebody who alone runs a branch, taken apart: what is one's own to change, and what another says yes to, as it is and as it
 * shall be.
 * `splitOwn(form, { ...form, name: '李', groupId: 'g2' }) // { own: { ...form, name: '李' }, from: { groupId: 'g1' }, to: { groupId: 'g2' } }`
 */
export function splitOwn(
  before: MemberForm,
  after: MemberForm,
): { own: MemberForm; from: OwedChange; to: OwedChange } {
  const asked = formFields.filter((field) => isOwed(field) && !isSame(before[field], after[field]))
  const from = valuesOf(before, asked)
  return { own: withOwed(after, from), from, to: valuesOf(after, asked) }
}

/** Whether these fields of the form still are what they were when the change was asked for. */
export const isStill = (form: MemberForm, from: OwedChange): boolean =>
  formFields.every((field) => !(field in from) || isSame(form[field] ?? null, from[field]))
