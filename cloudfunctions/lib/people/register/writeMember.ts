import type { Member } from '@domain/org/member'
import { audited, mark, type Telling } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import { adding, noneOf, not, oneOf, without } from '../../store/conditions'
import { updateAll, updateWhere } from '../../store/updateWhere'

/** Fields of the member that differ; one that is gone is undefined, which removes it. */
function differences(before: Member, after: Member): Partial<Record<keyof Member, unknown>> {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Member)[]
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, after[field]]),
  )
}

const linkedIds = ({ households }: Member) =>
  households.flatMap((one) => (one.to === undefined ? one.householdId : []))

/**
 * A household knows whom it is linked with: these households, and no others, know this member afterwards. Written after the member: a lost write
 * shows in nobody's number, and doing it again makes up for it.
 */
export async function linkHouseholds(member: Member): Promise<void> {
  const { _id } = member
  const ids = linkedIds(member)
  if (ids.length > 0)
    await updateAll('households', { _id: oneOf(ids), memberIds: not(_id) }, { memberIds: adding(_id) })
  await updateAll('households', { _id: noneOf(ids), memberIds: _id }, { memberIds: without(_id) })
}

/**
 * Writes what differs, unless somebody has changed the member of the register meanwhile: false then, and nothing is written. `also`: what the
 * audit of it adds to the document.
 */
export async function writeMember(
  before: Member,
  after: Member,
  also: Record<string, unknown> = {},
): Promise<boolean> {
  const change = differences(before, after)
  if (Object.keys(change).length === 0) return true
  const { registerVersion } = before
  // In a condition null also matches a field that was never set.
  const where = { _id: before._id, registerVersion: registerVersion ?? null }
  const written = await updateWhere('members', where, {
    ...change,
    ...also,
    registerVersion: (registerVersion ?? 0) + 1,
  })
  if (written && change.households !== undefined) await linkHouseholds(after)
  return written
}

/** The same, told before it is done: one row with what it was and what it is. A change that changes nothing is not told. */
export async function writeMemberAudited(
  before: Member,
  after: Member,
  telling: Omit<Telling, 'key' | 'memberId'>,
): Promise<boolean> {
  if (Object.keys(differences(before, after)).length === 0) return true
  const key = String(before.registerVersion ?? 0)
  const row = { ...fromTo(before, after), ...telling, memberId: before._id, key }
  return audited(row, { name: 'members', ids: [before._id] }, (id) => writeMember(before, after, mark(id)))
}
