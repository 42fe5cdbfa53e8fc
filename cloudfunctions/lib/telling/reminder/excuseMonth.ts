import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { isVoluntary } from '@domain/duty/doneBy'
import type { Fact } from '@domain/fact/fact'
import { communityIdsOn } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { dayOf, endOfDay, startOfDay } from '@domain/time/day'
import { entryClosesAt } from '@domain/time/entryDeadline'
import { periodByKey } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { not } from '../../store/conditions'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

type Request = ParsedRequestOf<'reminder.excuse'>

/** Said of the month as a whole; it stands in the month even when said after it. */
function excuseFact({ dutyId, periodKey, nonce }: Request, member: Member, now: number): Fact {
  const occurredAt = Math.min(now, endOfDay(periodByKey(periodKey).to) - 1)
  const occurredOn = dayOf(occurredAt)
  const branchId = membershipOn(member, occurredOn)?.branchId ?? ''
  return {
    _id: `${dutyId}_${member._id}_${periodKey}_excuse`,
    kind: 'excuse',
    dutyId,
    periodKey,
    memberId: member._id,
    branchId,
    hostId: communityIdsOn(member, occurredOn)[0] ?? branchId,
    occurredAt,
    occurredOn,
    recordedAt: now,
    way: 'self',
    by: member._id,
    nonce,
    updatedAt: new Date(now),
  }
}

/** 因故不能参加: one tap, no reason asked; taken back, the month is open again. */
export const excuseMonth = useCase(
  'reminder.excuse',
  aboutSelf,
  async (request, { now, calendar }, member) => {
    const { dutyId } = request
    const isOne = (await readDuties(now)).some((duty) => duty.id === dutyId && isVoluntary(duty))
    if (!isOne) return refuse('invalid_request', { path: 'dutyId' })
    const month = periodByKey(request.periodKey)
    if (startOfDay(month.from) > now) return refuse('invalid_request', { path: 'periodKey' })
    if (now >= entryClosesAt(month, calendar)) return refuse('entry_closed')
    const fact = excuseFact(request, member, now)
    const { _id, nonce } = fact
    if (!request.excused) {
      const annulled = { at: now, by: member._id, reason: '' }
      await updateWhere('facts', { _id, annulled: null }, { annulled })
    } else if ((await insertOnce('facts', fact)) === 'duplicate') {
      await updateWhere('facts', { _id, annulled: not(null) }, { annulled: null, nonce })
    }
    return done({ excused: request.excused })
  },
)
