import { done } from '@domain/contract/answer'
import { useCase } from '../entry/useCase'
import { oneOf } from '../store/conditions'
import { find } from '../store/find'
import { aboutDues, duesId, isOpenFor, payers, readDuesRule } from './dues'

/** 党费 of a month: who of the branch is ticked, in register order. */
export const duesTicks = useCase(
  'deed.ticks',
  aboutDues,
  async ({ month }, { now, calendar, caller, names }, branch) => {
    const [members, dutyId] = await Promise.all([payers(branch._id, month, now), readDuesRule(now)])
    const ids = members.map(({ _id }) => duesId(dutyId, _id, month))
    const facts = await find('facts', { _id: oneOf(ids), annulled: null }, { limit: 2000 })
    const byId = new Map(facts.map((fact) => [fact._id, fact]))
    return done({
      branch: { id: branch._id, name: branch.name },
      month,
      open: isOpenFor(month, { now, calendar }),
      rows: members.map((member) => {
        const { _id, standing } = member
        const fact = byId.get(duesId(dutyId, _id, month))
        const waits = fact?.confirmed === null
        return {
          memberId: _id,
          name: names.of(member),
          standing,
          // To whoever may say the second word it is still to be ticked.
          ticked: fact !== undefined && (!waits || _id === caller.member?._id),
          ...(fact && { at: fact.recordedAt }),
          ...(waits && { waits }),
        }
      }),
    })
  },
)
