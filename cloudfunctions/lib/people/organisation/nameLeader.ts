import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { appointLeader } from '@domain/org/elect'
import type { Member } from '@domain/org/member'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import { branchOf } from '@domain/org/tree'
import { type Day, dayOf } from '@domain/time/day'
import { audited, markOnce } from '../../entry/audit/audited'
import { settleBefore } from '../../entry/audit/settleAudit'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { AuditRow } from '../../store/collections/audit'
import { readAllMembersOf } from '../../store/readPeople'
import { writeMember } from '../register/writeMember'

type Request = ParsedRequestOf<'organisation.leader'>
const TURNS = 4

function load({ groupId }: Request, { tree, today }: Context): Found<string> | null {
  const group = tree.get(groupId)
  const branchId = branchOf(tree, groupId)
  if (group?.type !== 'group' || branchId === undefined || !isActiveOn(group, today)) return null
  return { about: { branchId }, loaded: branchId }
}

interface Appointed {
  branchId: string
  groupId: string
  memberId: string | null
  on: Day
}

/** Members whose posts differ with the new leader, who comes first: should the second write be lost, the group has two leaders rather than none. */
function planned({ groupId, memberId, on }: Appointed, before: readonly Member[]) {
  const after = appointLeader(before, groupId, memberId ?? undefined, on)
  const changed = before.flatMap((member, i) => {
    const next = after[i]
    return next && next !== member && JSON.stringify(next) !== JSON.stringify(member)
      ? [{ member, next }]
      : []
  })
  return changed.sort((a, b) => Number(b.next._id === memberId) - Number(a.next._id === memberId))
}

/** Goes on until it is written; false when others wrote all the while. */
async function carryThrough(appointed: Appointed, id: string): Promise<boolean> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    let isWritten = true
    for (const { member, next } of planned(appointed, await readAllMembersOf(appointed.branchId)))
      isWritten = isWritten && (await writeMember(member, next, markOnce(member, id)))
    if (isWritten) return true
  }
  return false
}

/** What an appointment that was cut short still has to write. */
export async function carryOnLeader({ _id, placeId = '', to, at }: AuditRow): Promise<void> {
  const { memberId, branchId } = to as unknown as Pick<Appointed, 'memberId' | 'branchId'>
  await carryThrough({ branchId, groupId: placeId, memberId, on: dayOf(at) }, _id)
}

/** 党小组长 from today on. */
export const nameLeader = useCase(
  'organisation.leader',
  load,
  async ({ groupId, memberId, nonce }, { caller, now, today }, branchId) => {
    await settleBefore({ what: 'election', placeId: groupId }, carryOnLeader)
    const before = await readAllMembersOf(branchId)
    const named = before.find(({ _id }) => _id === memberId)
    if (memberId !== null && (!named || membershipOn(named, today)?.branchId !== branchId))
      return refuse('not_in_branch')
    const appointed = { branchId, groupId, memberId, on: today }
    const ids = planned(appointed, before).map(({ member }) => member._id)
    if (ids.length === 0) return done({ groupId })
    const about = { placeId: groupId, ...(memberId && { memberId }), result: 'group_leader' }
    const to = { memberId, branchId, from: today }
    const telling = {
      what: 'election' as const,
      by: nameForRecords(caller),
      at: now,
      ...about,
      to,
      key: nonce,
    }
    const isDone = await audited(telling, { name: 'members', ids }, (id) => carryThrough(appointed, id))
    return isDone ? done({ groupId }) : refuse('try_again')
  },
)
