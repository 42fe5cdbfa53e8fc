import { done, refuse } from '@domain/contract/answer'
import { leaveRegister, returnToRegister } from '@domain/org/leaveRegister'
import type { Member } from '@domain/org/member'
import { isActiveOn } from '@domain/org/membershipOn'
import { addDays } from '@domain/time/day'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { aboutMember, lastPlaceOf } from './aboutMember'
import { changeMember } from './changeMember'

/** Days back and ahead between which a last day may lie. */
const BACK = 366
const AHEAD = 62

/** Off the register after a day, or back on it. Only the bare kind of the reason is kept. */
export const endMembership = useCase(
  'roster.leave',
  aboutMember,
  async ({ on, why }, context, { member, branch }) => {
    const { caller, now, today, tree } = context
    const wrongDay = refuse('invalid_request', { path: 'on' })
    if (on !== null && (on < addDays(today, -BACK) || on > addDays(today, AHEAD))) return wrongDay
    const edit = (one: Member) => {
      if (on === null) {
        const home = tree.get(lastPlaceOf(one, context)?.branchId ?? '')
        return home && isActiveOn(home, today) ? returnToRegister(one) : wrongDay
      }
      if (one.left?.on === on) return one
      const back = returnToRegister(one)
      return on < (lastPlaceOf(back, context)?.from ?? '') ? wrongDay : leaveRegister(back, on, why)
    }
    const result = on === null ? 'returned' : why
    const by = nameForRecords(caller)
    const telling = { what: 'register' as const, by, at: now, placeId: branch._id, result }
    const changed = await changeMember(caller, member, edit, telling)
    if ('reason' in changed) return changed
    const { _id: memberId } = member
    return done({ memberId, ...(on !== null && { leftOn: on }) })
  },
)
