import type { Member } from '@domain/org/member'
import { randomBytes } from 'node:crypto'
import { findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { updateWhere } from '../wx/updateWhere'
import type { Households } from './Households'

/** Letters and digits nobody confuses: an alias is seven of them. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const newAlias = () => [...randomBytes(7)].map((byte) => letters[byte % letters.length]).join('')

async function withHouseholds(member: Member, households: Households): Promise<Member> {
  const ids = await households.link(
    member._id,
    member.households.map(({ householdId }) => householdId),
  )
  return {
    ...member,
    households: member.households.map((link, i) => ({ ...link, householdId: ids[i] ?? link.householdId })),
  }
}

/** Adds somebody new; done again after a call was cut short, it changes nothing. */
export async function addMember(
  next: Member,
  _id: string,
  order: number,
  households: Households,
): Promise<void> {
  const member = await withHouseholds({ ...next, _id, order }, households)
  for (let turn = 0; turn < 3; turn += 1) {
    const row = { ...member, alias: newAlias(), codeKey: randomBytes(32).toString('hex') }
    // A duplicate is this member, or somebody else of that alias.
    if ((await insertOnce('members', row)) === 'inserted' || (await findById('members', _id))) return
  }
}

const written = [
  'name',
  'phoneTail',
  'standing',
  'memberships',
  'posts',
  'cadre',
  'communityId',
  'households',
  'left',
  'transfer',
] as const

/** Changes what differs, if nobody has changed the member meanwhile. */
export async function changeMember(before: Member, next: Member, households: Households): Promise<boolean> {
  const linked =
    before.households.length === next.households.length ? next : await withHouseholds(next, households)
  const change = Object.fromEntries(
    written
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(linked[field]))
      .map((field) => [field, linked[field]]),
  )
  const version = before.registerVersion
  const condition = { _id: before._id, registerVersion: version ?? null }
  return updateWhere('members', condition, { ...change, registerVersion: (version ?? 0) + 1 })
}
