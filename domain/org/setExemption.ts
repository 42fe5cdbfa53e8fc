import type { Day } from '../time/day'
import type { Exemption, Member } from './member'

/** One from an import has no id of its own; what it is and when it began does not repeat. */
export const exemptionIdOf = ({ exemptionId, category, from }: Exemption): string =>
  exemptionId ?? `${category}-${from}`

export const exemptionOf = (member: Pick<Member, 'exemptions'>, exemptionId: string): Exemption | undefined =>
  member.exemptions.find((one) => exemptionIdOf(one) === exemptionId)

/** The member with one exemption more, or with this one instead of the one of the same id. */
export const withExemption = (member: Member, exemption: Exemption & { exemptionId: string }): Member => {
  const { exemptionId } = exemption
  const isKnown = exemptionOf(member, exemptionId) !== undefined
  const exemptions = isKnown
    ? member.exemptions.map((one) => (exemptionIdOf(one) === exemptionId ? exemption : one))
    : [...member.exemptions, exemption]
  return { ...member, exemptions }
}

/** What somebody's no makes of an exemption: one asked for, or that has not begun, is declined; one in force ends with its last day. */
export const ended = (
  exemption: Exemption,
  exemptionId: string,
  to: Day,
  by: string,
): Exemption & { exemptionId: string } =>
  exemption.state === 'asked' || exemption.from > to
    ? { ...exemption, exemptionId, state: 'declined', setBy: by }
    : {
        ...exemption,
        exemptionId,
        state: 'ended',
        setBy: by,
        to: exemption.to !== undefined && exemption.to < to ? exemption.to : to,
      }
