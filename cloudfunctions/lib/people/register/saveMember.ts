import { needsOther } from '@domain/access/ownEntry'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import type { MemberForm } from '@domain/contract/roster'
import { applyForm, formOf } from '@domain/org/applyForm'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Day } from '@domain/time/day'
import { audited } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import { limitNew } from '../../entry/limit'
import { rootOf } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import { count, findById, lastOf } from '../../store/find'
import { aloneAmong } from '../identity/boundRunners'
import { aboutLivingBranch } from './aboutMember'
import { checkForm, isSamePerson } from './checkForm'
import { hashOf, newMember } from './newMember'
import { askForOwn } from './ownChange'
import { insertMember, linkHouseholds, writeMemberAudited } from './writeMember'

type Request = ParsedRequestOf<'roster.save'>
type Saved = Outcome<{ memberId: string; waitsFor?: string }>
interface Loaded {
  branch: Organisation
  member: Member | null
}

async function load({ branchId, memberId }: Request, context: Context): Promise<Found<Loaded> | null> {
  const found = aboutLivingBranch(branchId, context)
  if (!found) return null
  const member = memberId === undefined ? null : await findById('members', memberId)
  if (memberId !== undefined && (!member || membershipOn(member, context.today)?.branchId !== branchId))
    return null
  return { about: found.about, loaded: { branch: found.loaded, member } }
}

/** Years that are over are closed: nobody is put on the register in one of them. */
const mayBegin = (since: Day, { validFrom }: Organisation, today: Day): boolean =>
  since <= today && since >= `${today.slice(0, 4)}-01-01` && since >= validFrom

const tellingOf = ({ branchId }: Request, { caller, now }: Context) => ({
  what: 'register' as const,
  by: nameForRecords(caller),
  at: now,
  placeId: branchId,
})

/** Whether the four digits end the whole number, where one was typed. `mayBeNone`: the register has no number of the member, so none is needed. */
const isNumber = ({ phone, phoneTail }: MemberForm, mayBeNone = false): boolean =>
  phoneTail === '' ? mayBeNone && phone === undefined : (phone ?? phoneTail).endsWith(phoneTail)

const badPhone = refuse('invalid_request', { path: 'form.phoneTail' })

/** One insert under an id that comes from the request: a resend finds what it made. */
async function add(request: Request, branch: Organisation, context: Context): Promise<Saved> {
  const { caller, now, today } = context
  const { form, branchId, since = today, fromOutside = false } = request
  if (!isNumber(form)) return badPhone
  const memberId = idFrom(caller.openId, request.nonce)
  const stored = await findById('members', memberId)
  if (stored) {
    // A resend of one that was cut short.
    await linkHouseholds(stored)
    return done({ memberId })
  }
  if (!mayBegin(since, branch, today)) return refuse('invalid_request', { path: 'since' })
  const wrong = await checkForm(form, branchId, null, context)
  if (wrong) return wrong
  if (await isSamePerson(form, memberId)) return refuse('same_person')
  const tooMany = await limitNew('members', memberId, 'member', { openId: caller.openId, now })
  if (tooMany) return tooMany
  const order = ((await lastOf('members', 'order')) ?? 0) + 1
  const member = newMember(memberId, form, { branchId, since, fromOutside }, { order, today })
  const told = { to: fromTo({}, member).to, result: 'added', memberId, key: request.nonce }
  const of = { name: 'members' as const, ids: [memberId] }
  await audited({ ...tellingOf(request, context), ...told }, of, (id) => insertMember(member, id))
  return (await findById('members', memberId)) ? done({ memberId }) : refuse('try_again')
}

/** The request that a save of the own entry makes. */
const askedId = (savedAs: string): string => idFrom(savedAs, 'asked')

async function change(request: Request, before: Member, context: Context): Promise<Saved> {
  const { caller, today } = context
  const { form, branchId, version } = request
  const memberId = before._id
  const savedAs = idFrom(caller.openId, request.nonce)
  if (before.savedAs === savedAs) {
    await linkHouseholds(before)
    const waits = (await count('corrections', { _id: askedId(savedAs) })) > 0
    return done({ memberId, ...(waits && { waitsFor: rootOf(context.tree)?.name ?? '' }) })
  }
  if (version !== undefined && version !== (before.registerVersion ?? 0)) return refuse('member_changed')
  const old = formOf(before, today)
  if (!isNumber(form, old.phoneTail === '')) return badPhone
  const wrong: Refusal | null = await checkForm(form, branchId, old, context)
  if (wrong) return wrong
  const isRenamed = form.name !== old.name || form.phoneTail !== old.phoneTail
  if (isRenamed && (await isSamePerson(form, memberId))) return refuse('same_person')
  const made = (wanted: MemberForm) => ({ ...applyForm(before, wanted, today, hashOf(form)), savedAs })
  const telling = tellingOf(request, context)
  if (!needsOther(caller, before, made(form)))
    return (await writeMemberAudited(before, made(form), telling))
      ? done({ memberId })
      : refuse('member_changed')
  // Who alone runs the branch has nobody there to ask.
  if ((await aloneAmong([before], context)).length === 0) return refuse('needs_second_person')
  const asked = await askForOwn(before, { form, _id: askedId(savedAs) }, context)
  if (!asked.ok) return asked
  const { own, waitsFor } = asked.data
  const stands =
    JSON.stringify(own) === JSON.stringify(old) || (await writeMemberAudited(before, made(own), telling))
  return stands ? done({ memberId, waitsFor }) : refuse('member_changed')
}

/** Adds somebody to the register of a branch, or changes what it says. */
export const saveMember = useCase('roster.save', load, (request, context, { branch, member }) =>
  member ? change(request, member, context) : add(request, branch, context),
)
