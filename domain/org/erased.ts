import { addDays, type Day } from '../time/day'
import { isGranted } from './exemptions'
import { leaveRegister } from './leaveRegister'
import type { Exemption, Member } from './member'

/** What pages of past periods show instead of a name. */
export const ERASED_NAME = '已删除的同志'

const bare = ({ category, from, to, dutyIds, state }: Exemption): Exemption => ({
  category,
  from,
  ...(to !== undefined && { to }),
  ...(dutyIds && { dutyIds }),
  ...(state && { state }),
})

/**
 * What is left of a member who is deleted: where and as what the meaningless id belonged, so that the numbers of periods that are over stay
 * what they were. Whoever is still on the register leaves it with the day before. Fields are named one by one: what another part adds to a
 * member later goes unless somebody adds it here. `codeKey`: random, so that nobody can sign as the shell.
 */
export const erased = (member: Member, today: Day, at: number, codeKey: string): Member => {
  const hasLeft = member.left !== undefined && member.left.on < today
  const { _id, standing, order, memberships, posts, cadre, contactPoints, households, exemptions } = hasLeft
    ? member
    : leaveRegister(member, addDays(today, -1), 'ended')
  return {
    _id,
    name: ERASED_NAME,
    phoneTail: '',
    standing,
    order,
    memberships,
    posts,
    ...(cadre && { cadre }),
    ...(contactPoints && { contactPoints }),
    households,
    exemptions: exemptions.filter(isGranted).map(bare),
    // The number is unique in the register.
    alias: `erased-${_id}`,
    codeKey,
    erasedAt: at,
  }
}
