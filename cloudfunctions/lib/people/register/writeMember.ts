import type { Member } from '@domain/org/member'
import { audited, auditedMany, mark, type Telling } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import { inTurns } from '../../ground/inTurns'
import { adding, noneOf, not, oneOf, without } from '../../store/conditions'
import { find } from '../../store/find'
import { insertMany } from '../../store/insertOnce'
import { updateAll, updateWhere } from '../../store/updateWhere'
import { withKeys } from './newMember'

/** Requests at a time: most of a write is waiting. */
export const WIDTH = 10

/** Aliases tried: of 30 thousand million two are hardly ever the same. */
const TURNS = 3

export interface Change {
  before: Member
  after: Member
}

/** Fields of the member that differ; one that is gone is undefined, which removes it. */
function differences({ before, after }: Change): Partial<Record<keyof Member, unknown>> {
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

/** Writes what differs of a document, and `also`, unless somebody has changed the member meanwhile: false then, and nothing is written. */
async function writeDocument(change: Change, also: Record<string, unknown>): Promise<boolean> {
  const { _id, registerVersion } = change.before
  const fields = { ...differences(change), ...also }
  if (Object.keys(fields).length === 0) return true
  // In a condition null also matches a field that was never set.
  const where = { _id, registerVersion: registerVersion ?? null }
  return updateWhere('members', where, { ...fields, registerVersion: (registerVersion ?? 0) + 1 })
}

/** One member of the register and the households linked with them. `also`: what the audit of the change adds to the document. */
export async function writeMember(
  before: Member,
  after: Member,
  also: Record<string, unknown> = {},
): Promise<boolean> {
  const written = await writeDocument({ before, after }, also)
  if (written && differences({ before, after }).households !== undefined) await linkHouseholds(after)
  return written
}

/** What the audit keeps of a change: who, and from what to what. */
const told = ({ before, after }: Change, telling: Omit<Telling, 'memberId'>): Telling => ({
  ...fromTo(before, after),
  ...telling,
  memberId: before._id,
})

/** The same, told before it is done: one row with what it was and what it is. A change that changes nothing is not told. */
export async function writeMemberAudited(
  before: Member,
  after: Member,
  telling: Omit<Telling, 'key' | 'memberId'>,
): Promise<boolean> {
  if (Object.keys(differences({ before, after })).length === 0) return true
  const row = told({ before, after }, { ...telling, key: String(before.registerVersion ?? 0) })
  return audited(row, { name: 'members', ids: [before._id] }, (id) => writeMember(before, after, mark(id)))
}

/**
 * Changes of many, as a page of a file makes them: all are told, then the households are `linked` for all at once, which gives the members with the
 * ids of what it founded, then each is written as above. The ids of those who stand as they should.
 */
export function writeMembersAudited(
  changes: readonly Change[],
  telling: Omit<Telling, 'memberId'>,
  linked: (members: readonly Member[]) => Promise<Member[]>,
): Promise<ReadonlySet<string>> {
  const tellings = changes.map((change): [string, Telling] => [change.before._id, told(change, telling)])
  return auditedMany(new Map(tellings), 'members', async (rowIds) => {
    const afters = await linked(changes.map(({ after }) => after))
    const written = new Set<string>()
    const all = changes.map(({ before, after }, i) => ({ before, after: afters[i] ?? after }))
    await inTurns(all, WIDTH, async (change) => {
      const { _id } = change.before
      if (await writeDocument(change, mark(rowIds.get(_id) ?? ''))) written.add(_id)
    })
    return written
  })
}

/**
 * Adds people, whose households are linked by whoever adds them. `also` goes into each document. Done again after a call was cut short it adds
 * the others. Where an alias is somebody else's another one is tried; false when none was free and somebody is not there.
 */
export async function insertMembers(
  members: readonly Member[],
  also: Record<string, unknown> = {},
): Promise<boolean> {
  let left = members
  for (let turn = 0; turn < TURNS && left.length > 0; turn += 1) {
    const taken = await insertMany(
      'members',
      left.map((member) => ({ ...member, ...also })),
    )
    if (taken.length === 0) return true
    // Taken is the id, by an earlier sending of the same request, or the alias.
    const found = await find('members', { _id: oneOf(taken) }, { fields: ['alias'] })
    const there = new Set(found.map(({ _id }) => _id))
    left = left.filter(({ _id }) => taken.includes(_id) && !there.has(_id)).map(withKeys)
  }
  return left.length === 0
}

/** One member and the households linked; `id` is that of the audit. */
export async function insertMember(member: Member, id: string): Promise<boolean> {
  const isThere = await insertMembers([member], { audited: [id] })
  if (isThere) await linkHouseholds(member)
  return isThere
}
