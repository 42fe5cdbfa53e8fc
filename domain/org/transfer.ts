import type { Day } from '../time/day'
import type { Member, TransferAsked } from './member'
import { membershipOn } from './membershipOn'
import { type Place, placeMember } from './placeMember'

export const withoutTransfer = ({ transfer: _, ...member }: Member): Member => member

const withoutDeclined = ({ transferDeclined: _, ...member }: Member): Member => member

/** Asks another branch to take the member; until it does nothing changes. An earlier request to another branch is replaced. */
export const askTransfer = (member: Member, transfer: TransferAsked): Member => {
  if (member.transfer?.toBranchId === transfer.toBranchId) return member
  return { ...withoutDeclined(member), transfer }
}

/** The new branch's no: the member stays, and that it was declined is kept for those it concerns. */
export const declineTransfer = (member: Member, today: Day): Member => {
  const { transfer, ...stays } = member
  if (!transfer) return member
  const { toBranchId, by } = transfer
  return { ...stays, transferDeclined: { toBranchId, by, on: today } }
}

/** The new branch's yes: from today on the member belongs there. Someone it does not hold (any more) is handed back as is. */
export const acceptTransfer = (member: Member, place: Place, today: Day): Member => {
  if (membershipOn(member, today) === undefined) return member
  return withoutTransfer(withoutDeclined(placeMember(member, place, today)))
}
