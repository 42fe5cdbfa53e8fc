import { done } from '@domain/contract/answer'
import type { ExemptionCategory } from '@domain/contract/words'
import { lifts } from '@domain/duty/lifts'
import { exemptionBasis } from '@domain/org/exemptionBasis'
import { exemptionLabels } from '@domain/org/exemptions'
import { membershipOn } from '@domain/org/membershipOn'
import { readDuties } from '../../entry/readDuties'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { askedFor } from './secondPersons'
import { memberDutiesOn, shownExemptions } from './shownExemption'

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
