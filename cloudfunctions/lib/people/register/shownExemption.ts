import type { LiftableDuty, ShownExemption } from '@domain/contract/roster'
import type { ExemptionCategory } from '@domain/contract/words'
import type { Duty } from '@domain/duty/duty'
import { lifts } from '@domain/duty/lifts'
import { exemptionLabels } from '@domain/org/exemptions'
import type { Exemption, Member } from '@domain/org/member'
import { membershipOn, postsOn } from '@domain/org/membershipOn'
import { exemptionIdOf } from '@domain/org/setExemption'
import { isRegisterPost, postLabels } from '@domain/registry/labels'
import type { Day } from '@domain/time/day'
import type { Context } from '../../entry/useCase'
import { isOutsider } from '../../entry/whoIsCalling'
import { type Nameable, readNameable } from '../../store/readPeople'

/** Duties of members in force on a day, each once, in the order of the rules. */
export function memberDutiesOn(duties: readonly Duty[], day: Day): Duty[] {
  const ofMembers = duties.filter(
    ({ subject, validFrom, validTo }) =>
      subject === 'member' && validFrom <= day && (validTo === undefined || day <= validTo),
  )
  const last = new Map(ofMembers.sort((a, b) => a.version - b.version).map((duty) => [duty.id, duty]))
  return [...last.values()].sort((a, b) => a.order - b.order)
}

const categories = Object.keys(exemptionLabels) as ExemptionCategory[]

/** What an exemption may lift of what members owe on a day, and which categories do so of themselves. */
export const liftableOn = (duties: readonly Duty[], day: Day): LiftableDuty[] =>
  memberDutiesOn(duties, day)
    .filter(({ neverLifted, minimum }) => !neverLifted && minimum !== null)
    .map((duty) => ({
      dutyId: duty.id,
      label: duty.label,
      by: categories.filter((category) => lifts({ category }, duty)),
    }))

/** Who set an exemption, as those may know who may see it: the name and the post held today. */
async function settersOf(
  exemptions: readonly Exemption[],
  { today, names }: Context,
): Promise<Map<string, string>> {
  const all = [...new Set(exemptions.flatMap(({ setBy }) => setBy ?? []))]
  const people = await readNameable(all.filter((by) => !isOutsider(by)))
  const labelOf = (one: Nameable) => {
    const name = names.acting(one)
    const branchId = membershipOn(one, today)?.branchId
    const held = postsOn(one, today).find(({ organisationId }) => organisationId === branchId)?.post
    return held && isRegisterPost(held) ? `${name}（${postLabels[held]}）` : name
  }
  const outside = all.filter(isOutsider).map((id): [string, string] => [id, '工委'])
  return new Map([...outside, ...[...people].map(([id, one]): [string, string] => [id, labelOf(one)])])
}

/** Exemptions as their page shows them: with the duties they lift, newest first. */
export async function shownExemptions(
  { exemptions }: Pick<Member, 'exemptions'>,
  duties: readonly Duty[],
  context: Context,
): Promise<ShownExemption[]> {
  const { today } = context
  const setters = await settersOf(exemptions, context)
  const known = memberDutiesOn(duties, today)
  const stateOf = ({ state = 'in_force', to }: Exemption): ShownExemption['state'] =>
    state === 'in_force' && to !== undefined && to < today ? 'ended' : state
  return exemptions
    .map((one): ShownExemption => {
      const { category, from, to, setBy } = one
      const lifted = { category, ...(one.dutyIds && { dutyIds: one.dutyIds }) }
      const by = setBy === undefined ? undefined : setters.get(setBy)
      return {
        exemptionId: exemptionIdOf(one),
        category,
        from,
        ...(to !== undefined && { to }),
        dutyIds: known.filter((duty) => lifts(lifted, duty)).map(({ id }) => id),
        ...(by !== undefined && { setBy: by }),
        state: stateOf(one),
      }
    })
    .reverse()
}
