import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { appointLeader } from '@domain/org/elect'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import { branchOf } from '@domain/org/tree'
import { readAllMembersOf } from '../activity/readBranchMembers'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { writeMember } from '../roster/writeMember'

type Request = ParsedRequestOf<'organisation.leader'>
const TURNS = 4

function load({ groupId }: Request, { tree, today }: Context): Found<string> | null {
  const group = tree.get(groupId)
  const branchId = branchOf(tree, groupId)
  if (group?.type !== 'group' || branchId === undefined || !isActiveOn(group, today)) return null
  return { about: { branchId }, loaded: branchId }
}

/** 党小组长 from today on. The new one is named before the old one's right ends: a group is never without for a lost write. */
export const leader = useCase(
  'organisation.leader',
  load,
  async ({ groupId, memberId }, { caller, now, today }, branchId) => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const before = await readAllMembersOf(branchId)
      const named = before.find(({ _id }) => _id === memberId)
      if (memberId !== null && (!named || membershipOn(named, today)?.branchId !== branchId))
        return refuse('not_in_branch')
      const after = appointLeader(before, groupId, memberId ?? undefined, today)
      const changed = before.flatMap((member, i) => {
        const next = after[i]
        return next && next !== member && JSON.stringify(next) !== JSON.stringify(member)
          ? [{ member, next }]
          : []
      })
      if (changed.length === 0) return done({ groupId })
      const inOrder = changed.sort(
        (a, b) => Number(b.next._id === memberId) - Number(a.next._id === memberId),
      )
      let isWritten = true
      for (const { member, next } of inOrder) isWritten = isWritten && (await writeMember(member, next))
      if (!isWritten) continue
      const by = nameForRecords(caller)
      await writeAudit({
        what: 'election',
        by,
        at: now,
        placeId: groupId,
        result: 'group_leader',
        ...(memberId && { memberId }),
      })
      return done({ groupId })
    }
    return refuse('try_again')
  },
)
