import { randomBytes } from 'node:crypto'
import type { Member } from '@domain/org/member'
import { inTurns } from '../../ground/inTurns'
import { findById } from '../../store/find'
import { insertMany, insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import { newAlias } from '../register/newMember'
import type { Households } from './Households'

/** Requests at a time: most of a write is waiting. */
export const WIDTH = 10

const withKeys = (member: Member): Member => ({
  ...member,
  alias: newAlias(),
  codeKey: randomBytes(32).toString('hex'),
})

/** Links the members with their households, and the members' own side with the ids those have now. */
async function linked(members: readonly Member[], households: Households): Promise<Member[]> {
  const idsOf = (member: Member) => member.households.map(({ householdId }) => householdId)
  const now = await households.link(
    members.map((member) => ({ memberId: member._id, householdIds: idsOf(member) })),
  )
  return members.map((member) => ({
    ...member,
    households: member.households.map((link) => ({
      ...link,
      householdId: now.get(link.householdId) ?? link.householdId,
    })),
  }))
}

/** Adds people of whom none is there; done again after a call was cut short, it adds the others. */
export async function addMembers(members: readonly Member[], households: Households): Promise<void> {
  const rows = (await linked(members, households)).map(withKeys)
  const taken = new Set(await insertMany('members', rows))
  // Taken is the id, by this import before, or the alias, by somebody else.
  for (const row of rows)
    while (taken.has(row._id) && !(await findById('members', row._id)))
      await insertOnce('members', withKeys(row))
}

const written = [
  'name',
  'phoneTail',
  'phoneHash',
  'standing',
  'memberships',
  'posts',
  'otherPosts',
  'cadre',
  'communityId',
  'households',
  'left',
  'transfer',
] as const

export interface Change {
  before: Member
  next: Member
}

async function changeMember({ before, next }: Change, also: Record<string, unknown>): Promise<boolean> {
  const change = Object.fromEntries(
    written
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]))
      .map((field) => [field, next[field]]),
  )
  const version = before.registerVersion
  const condition = { _id: before._id, registerVersion: version ?? null }
  return updateWhere('members', condition, { ...change, ...also, registerVersion: (version ?? 0) + 1 })
}

/** Changes what differs of people nobody has changed meanwhile; the ids of those. `also`: what the audit of each adds to the document. */
export async function changeMembers(
  list: readonly Change[],
  households: Households,
  also: (id: string) => Record<string, unknown>,
): Promise<Set<string>> {
  const nexts = await linked(
    list.map(({ next }) => next),
    households,
  )
  const changed = new Set<string>()
  const changes = list.map(({ before }, i) => ({ before, next: nexts[i] ?? before }))
  await inTurns(changes, WIDTH, async (change) => {
    if (await changeMember(change, also(change.before._id))) changed.add(change.before._id)
  })
  return changed
}
