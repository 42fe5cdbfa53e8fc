import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import { ownGroups } from '../../counting/progress/branchPage'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { forLeader } from '../../store/collections/reminders'
import { oneOf } from '../../store/conditions'
import { findById } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'

type Request = ParsedRequestOf<'reminder.told'>

/** A reminder of the branch; for a group leader only one of the own group exists. */
async function load({ branchId, reminderId }: Request, context: Context): Promise<Found<string> | null> {
  const { tree, today } = context
  const branch = tree.get(branchId)
  const reminder = await findById('reminders', reminderId)
  if (branch?.type !== 'branch' || reminder?.branchId !== branchId) return null
  const own = ownGroups(branch, context)
  if (own) {
    const member = await findById('members', reminder.memberId)
    const groupId = member && membershipOn(member, today)?.groupId
    if (!groupId || !own.has(groupId)) return null
  }
  return { about: { branchId }, loaded: reminder._id }
}

/** 已告诉, or taking it back. */
export const told = useCase('reminder.told', load, async (request, { now, caller }, _id) => {
  const change = request.told ? { at: now, by: nameForRecords(caller) } : null
  await updateWhere('reminders', { _id, state: oneOf(forLeader) }, { told: change })
  return done({ told: request.told })
})
