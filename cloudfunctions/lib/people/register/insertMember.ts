import type { Member } from '@domain/org/member'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { newAlias } from './newMember'
import { linkHouseholds } from './writeMember'

/** Aliases tried: of 30 thousand million two are hardly ever the same. */
const TURNS = 3

/**
 * Inserts a member under the id made from the request, and links the households; `id` is that of the audit. Where the alias is somebody else's,
 * another one is tried; false when none was free and nothing is written.
 */
export async function insertMember(member: Member, id: string): Promise<boolean> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const marked = { ...member, ...(turn > 0 && { alias: newAlias() }), audited: [id] }
    const isThere =
      (await insertOnce('members', marked)) === 'inserted' ||
      // An earlier sending of this request has inserted it.
      (await findById('members', member._id)) !== null
    if (isThere) {
      await linkHouseholds(member)
      return true
    }
  }
  return false
}
