import { done, refuse } from '@domain/contract/answer'
import type { ExemptionCategory } from '@domain/contract/words'
import { lifts } from '@domain/duty/lifts'
import { exemptionBasis } from '@domain/org/exemptionBasis'
import { exemptionLabels } from '@domain/org/exemptions'
import type { Exemption, Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { exemptionOf, withExemption } from '@domain/org/setExemption'
import { addDays, type Day } from '@domain/time/day'
import { readDuties } from '../../entry/cached'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { idFrom } from '../../ground/idFrom'
import { changeMember } from './changeMember'
import { askedFor } from './secondPersons'
import { memberDutiesOn, shownExemptions } from './shownExemption'

/** Days back to which an exemption may begin, and ahead: years that are over are not judged anew. */
const BACK = 366
const AHEAD = 366

/** Whether an exemption may run from a day to another (both inclusive; without one: until it is ended). */
export const areDates = (from: Day, to: Day | undefined, today: Day): boolean =>
  from >= addDays(today, -BACK) && from <= addDays(today, AHEAD) && (to === undefined || from <= to)

/** 跟书记说一声: category and dates. It lifts nothing until somebody of the branch says yes. */
export const askExemption = useCase('roster.askExemption', aboutSelf, async (request, context, member) => {
  const { category, from, to, nonce } = request
  const { caller, now, today } = context
  if (!areDates(from, to, today)) return refuse('wrong_times')
  const exemptionId = idFrom(caller.openId, nonce)
  const asked: Exemption & { exemptionId: string } = {
    exemptionId,
    category,
    from,
    ...(to !== undefined && { to }),
    state: 'asked',
    askedOn: today,
  }
  const edit = (one: Member) => {
    if (exemptionOf(one, exemptionId)) return one
    const isAsked = one.exemptions.some(
      ({ state, ...other }) => state === 'asked' && other.category === category,
    )
    return isAsked ? refuse('already_asked') : withExemption(one, asked)
  }
  const telling = { what: 'exemption' as const, by: member._id, at: now, result: category }
  const changed = await changeMember(caller, member, edit, telling)
  return 'reason' in changed ? changed : done({ exemptionId })
})

/** As accessTable has it: pages show a member's exemption to those who may open the member's numbers. */
const seenBy = ['本人', '所在党支部书记、副书记、组织委员', '所在党小组组长', '县直机关工委和督导员']

/** One's own exemptions, and what can be asked for. */
export const myExemptions = useCase('roster.myExemptions', aboutSelf, async (_request, context, member) => {
  const { now, today } = context
  const branchId = membershipOn(member, today)?.branchId
  const [duties, answering] = await Promise.all([
    readDuties(now),
    branchId === undefined ? [] : askedFor(branchId, member._id, context),
  ])
  const owed = memberDutiesOn(duties, today)
  return done({
    exemptions: await shownExemptions(member, duties, context),
    kinds: (Object.keys(exemptionLabels) as ExemptionCategory[]).map((category) => ({
      category,
      label: exemptionLabels[category],
      basis: exemptionBasis[category],
      duties: owed
        .filter((duty) => lifts({ category }, duty))
        .map(({ id, label }) => ({ dutyId: id, label })),
    })),
    seenBy,
    answeredBy: answering.map(({ name }) => name),
  })
})
