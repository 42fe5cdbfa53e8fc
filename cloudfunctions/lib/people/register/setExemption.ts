import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { isGranted } from '@domain/org/exemptions'
import type { Exemption, Member } from '@domain/org/member'
import { ended, exemptionOf, withExemption } from '@domain/org/setExemption'
import type { Day } from '@domain/time/day'
import { readDuties } from '../../entry/cached'
import { limitAdded } from '../../entry/limit'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import { aboutOneAsking } from './aboutMember'
import { areDates } from './askExemption'
import { changeMember } from './changeMember'
import { memberDutiesOn } from './shownExemption'

type Request = ParsedRequestOf<'roster.setExemption'>
type Set = Exemption & { exemptionId: string }

/** That what the member had asked for is answered today; of what was answered before, when. */
const answered = (before: Exemption | undefined, today: Day): Pick<Exemption, 'answeredOn'> => {
  const answeredOn = before?.state === 'asked' ? today : before?.answeredOn
  return answeredOn === undefined ? {} : { answeredOn }
}

/** What a yes makes: new, or what was there with other dates and duties. Dates it had already are not asked about again. */
function granted(
  request: Request,
  exemptionId: string,
  before: Exemption | undefined,
  { by, never, today }: { by: string; never: readonly string[]; today: Day },
): Set {
  const { category, from, to, dutyIds } = request
  const lifted = dutyIds?.filter((id) => !never.includes(id))
  return {
    exemptionId,
    category,
    from,
    ...(to !== undefined && { to }),
    ...(lifted ? { dutyIds: lifted } : before?.dutyIds && { dutyIds: before.dutyIds }),
    setBy: by,
    state: 'in_force',
    ...answered(before, today),
  }
}

/** Whoever runs the branch sets, changes, ends or answers an exemption: category, dates, duties; a diagnosis has no field. */
export const setExemption = useCase(
  'roster.setExemption',
  aboutOneAsking,
  async (request, context, { member, branch }) => {
    const { caller, now, today } = context
    const by = nameForRecords(caller)
    const exemptionId = request.exemptionId ?? idFrom(caller.openId, request.nonce)
    const owed = memberDutiesOn(await readDuties(now), today)
    const known = owed.map(({ id }) => id)
    const never = owed.flatMap(({ id, neverLifted }) => (neverLifted ? id : []))
    const { dutyIds = [] } = request
    if (!dutyIds.every((id) => known.includes(id))) return refuse('invalid_request', { path: 'dutyIds' })
    const edit = (one: Member): Member | Refusal => {
      const before = exemptionOf(one, exemptionId)
      if (!before && (request.exemptionId !== undefined || !request.agree)) return refuse('request_gone')
      if (before && !isGranted(before) && before.state !== 'asked') return refuse('request_gone')
      if (before && !request.agree) {
        const to = request.to ?? today
        return to < before.from
          ? refuse('wrong_times')
          : withExemption(one, { ...ended(before, exemptionId, to, by), ...answered(before, today) })
      }
      const areNew = before?.from !== request.from || before.to !== request.to
      if (areNew && !areDates(request.from, request.to, today)) return refuse('wrong_times')
      return withExemption(one, granted(request, exemptionId, before, { by, never, today }))
    }
    if (request.exemptionId === undefined && !exemptionOf(member, exemptionId)) {
      const tooMany = await limitAdded('exemption', { openId: caller.openId, now })
      if (tooMany) return tooMany
    }
    const placeId = branch._id
    const telling = { what: 'exemption' as const, by, at: now, placeId, result: request.category }
    const changed = await changeMember(caller, member, edit, telling)
    if ('reason' in changed) return changed
    const state = exemptionOf(changed, exemptionId)?.state
    const shown = state === 'ended' || state === 'declined' ? state : 'in_force'
    return done({ exemptionId, state: shown })
  },
)
