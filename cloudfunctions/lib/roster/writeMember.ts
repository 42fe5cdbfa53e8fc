import type { Member } from '@domain/org/member'
import { adding, without } from '../wx/conditions'
import { updateWhere } from '../wx/updateWhere'

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

/** A household knows whom it is linked with. Written after the member: a lost write shows in nobody's number. */
export async function linkHouseholds(before: Member | null, after: Member): Promise<void> {
  const [were, are] = [before ? linkedIds(before) : [], linkedIds(after)]
  for (const _id of are.filter((id) => !were.includes(id)))
    await updateWhere('households', { _id }, { memberIds: adding(after._id) })
  for (const _id of were.filter((id) => !are.includes(id)))
    await updateWhere('households', { _id }, { memberIds: without(after._id) })
}

/** Writes what differs, unless somebody has changed the member of the register meanwhile: false then, and nothing is written. */
export async function writeMember(before: Member, after: Member): Promise<boolean> {
  const change = differences(before, after)
  if (Object.keys(change).length === 0) return true
  const { registerVersion } = before
  // null also means a field that was never set.
  const where = { _id: before._id, registerVersion: registerVersion ?? null }
  const written = await updateWhere('members', where, {
    ...change,
    registerVersion: (registerVersion ?? 0) + 1,
  })
  if (written && change.households !== undefined) await linkHouseholds(before, after)
  return written
}
