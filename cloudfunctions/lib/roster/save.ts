import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, refuse, type Refusal } from '@domain/contract/answer'
import { applyForm, formOf } from '@domain/org/applyForm'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day, Organisation } from '@domain/org/organisation'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { idFrom } from '../idFrom'
import { findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { lastOf } from '../wx/lastOf'
import { aboutLivingBranch } from './aboutRegister'
import { checkForm, isSamePerson } from './checkForm'
import { newAlias, newMember } from './newMember'
import { linkHouseholds, writeMember } from './writeMember'

type Request = ParsedRequestOf<'roster.save'>
type Saved = Outcome<{ memberId: string }>
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

const audited = (
  result: 'added' | 'changed',
  memberId: string,
  { branchId }: Request,
  { caller, now }: Context,
) =>
  writeAudit({ what: 'register', by: nameForRecords(caller), at: now, memberId, placeId: branchId, result })

/** One insert under an id that comes from the request: a resend finds what it made. */
async function add(request: Request, branch: Organisation, context: Context): Promise<Saved> {
  const { caller, today } = context
  const { form, branchId, since = today, fromOutside = false } = request
  const memberId = idFrom(caller.openId, request.nonce)
  if (await findById('members', memberId)) return done({ memberId })
  if (!mayBegin(since, branch, today)) return refuse('invalid_request', { path: 'since' })
  const wrong = await checkForm(form, branchId, null, context)
  if (wrong) return wrong
  if (await isSamePerson(form, memberId)) return refuse('same_person')
  const order = ((await lastOf('members', 'order')) ?? 0) + 1
  const member = newMember(memberId, form, { branchId, since, fromOutside }, { order, today })
  for (let turn = 0; turn < 3; turn += 1) {
    const outcome = await insertOnce('members', turn === 0 ? member : { ...member, alias: newAlias() })
    // A duplicate is this very request, or somebody else of that alias.
    if (outcome === 'duplicate' && !(await findById('members', memberId))) continue
    await linkHouseholds(null, member)
    if (outcome === 'inserted') await audited('added', memberId, request, context)
    return done({ memberId })
  }
  return refuse('try_again')
}

async function change(request: Request, before: Member, context: Context): Promise<Saved> {
  const { caller, today } = context
  const { form, branchId, version } = request
  const memberId = before._id
  const savedAs = idFrom(caller.openId, request.nonce)
  if (before.savedAs === savedAs) return done({ memberId })
  if (version !== undefined && version !== (before.registerVersion ?? 0)) return refuse('member_changed')
  const old = formOf(before, today)
  const wrong: Refusal | null = await checkForm(form, branchId, old, context)
  if (wrong) return wrong
  const isRenamed = form.name !== old.name || form.phoneTail !== old.phoneTail
  if (isRenamed && (await isSamePerson(form, memberId))) return refuse('same_person')
  const after = { ...applyForm(before, form, today), savedAs }
  if (!(await writeMember(before, after))) return refuse('member_changed')
  await audited('changed', memberId, request, context)
  return done({ memberId })
}

/** Adds somebody to the register of a branch, or changes what it says. */
export const save = useCase('roster.save', load, (request, context, { branch, member }) =>
  member ? change(request, member, context) : add(request, branch, context),
)
