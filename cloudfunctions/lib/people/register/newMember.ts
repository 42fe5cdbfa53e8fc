import { randomBytes } from 'node:crypto'
import type { MemberForm } from '@domain/contract/roster'
import { applyForm } from '@domain/org/applyForm'
import type { Member } from '@domain/org/member'
import type { Day } from '@domain/time/day'
import { phoneHash } from '../identity/phoneHash'

/** Letters and digits nobody confuses: an alias is seven of them. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
export const newAlias = (): string =>
  [...randomBytes(7)].map((byte) => letters[byte % letters.length]).join('')

/** Of the whole number, where it was typed. */
export const hashOf = ({ phone }: MemberForm): string | undefined =>
  phone === undefined ? undefined : phoneHash(phone)

/** Someone new on the register, with an alias and a key of their own. */
export function newMember(
  _id: string,
  form: MemberForm,
  { branchId, since, fromOutside }: { branchId: string; since: Day; fromOutside: boolean },
  { order, today }: { order: number; today: Day },
): Member {
  const { name, phoneTail, standing, groupId } = form
  const membership = { branchId, ...(groupId !== undefined && { groupId }), from: since }
  const fresh: Member = {
    _id,
    name,
    phoneTail,
    standing,
    order,
    memberships: [fromOutside ? { ...membership, fromOutside } : membership],
    posts: [],
    households: [],
    exemptions: [],
    alias: newAlias(),
    codeKey: randomBytes(32).toString('hex'),
    registerVersion: 1,
    savedAs: _id,
  }
  return applyForm(fresh, form, today, hashOf(form))
}
