import { randomBytes } from 'node:crypto'
import type { MemberForm } from '@domain/contract/roster'
import { applyForm } from '@domain/org/applyForm'
import { blankMember, editMember } from '@domain/org/editMember'
import type { Member } from '@domain/org/member'
import type { Day } from '@domain/time/day'
import { phoneHash } from '../identity/phoneHash'

/** Letters and digits nobody confuses: an alias is seven of them. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const newAlias = (): string => [...randomBytes(7)].map((byte) => letters[byte % letters.length]).join('')

/** Of the whole number, where it was typed. */
export const hashOf = ({ phone }: MemberForm): string | undefined =>
  phone === undefined ? undefined : phoneHash(phone)

/** Somebody new on the register, by whichever way, with an alias and a key of their own. */
export const withKeys = (member: Member): Member => ({
  ...member,
  alias: newAlias(),
  codeKey: randomBytes(32).toString('hex'),
  registerVersion: 1,
})

/** Somebody whom a form adds, under the id made from the request. */
export function newMember(
  _id: string,
  form: MemberForm,
  { branchId, since, fromOutside }: { branchId: string; since: Day; fromOutside: boolean },
  { order, today }: { order: number; today: Day },
): Member {
  const { name, groupId } = form
  const place = { branchId, ...(groupId !== undefined && { groupId }), from: since, fromOutside }
  const here = editMember(blankMember(name), { place }, today)
  return withKeys({ ...applyForm(here, form, today, hashOf(form)), _id, order, savedAs: _id })
}
