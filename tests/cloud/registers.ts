import type { AuditRow } from '@cloud/lib/store/collections/audit'
import type { MemberForm } from '@domain/contract/roster'
import type { Member } from '@domain/org/member'
import { World } from './world'

/** A world with a household to link. */
export async function worldWithHousehold(): Promise<World> {
  const world = await World.start()
  world.emulator.database.insertMany('households', [
    { _id: 'h1', number: '07 号', villageId: 'village1', memberIds: [], doorCode: 'door-of-h1-00001' },
  ])
  return world
}

/** The member as the database has it. */
export function storedMember(world: World, _id: string): Member {
  const [row] = world.emulator.database.find('members', { _id }) as unknown as Member[]
  if (!row) throw new Error(`no member ${_id}`)
  return row
}

/** What was done to a member's record, and by whom. */
export const auditsOf = (world: World, memberId: string): string[] =>
  (world.emulator.database.find('audit', { memberId }) as unknown as AuditRow[]).map(
    ({ what, result, by }) => `${what} ${result ?? ''} ${by}`,
  )

export const aMemberForm = (over: Partial<MemberForm> = {}): MemberForm => ({
  name: '新来同志',
  phoneTail: '7788',
  standing: 'full',
  householdIds: [],
  contactBranchIds: [],
  ...over,
})
