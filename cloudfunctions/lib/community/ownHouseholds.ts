import { done } from '@domain/contract/answer'
import { startOfDay } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import { aboutSelf } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { readLinked, shownHousehold } from '../people/register/registerChoices'
import type { Household } from '../store/collections/households'
import { between, not, notAwaited, oneOf } from '../store/conditions'
import { find } from '../store/find'

/** Of some households those that somebody else has visited this month; who and when is read by nobody. */
export async function visitedByOthers(
  households: readonly Pick<Household, '_id' | 'villageId'>[],
  memberId: string,
  now: number,
): Promise<ReadonlySet<string>> {
  if (households.length === 0) return new Set()
  const visits = await find(
    'facts',
    {
      hostId: oneOf([...new Set(households.map(({ villageId }) => villageId))]),
      kind: 'visit',
      occurredAt: between(startOfDay(periodOf('month', now).from), now),
      householdId: oneOf(households.map(({ _id }) => _id)),
      memberId: not(memberId),
      confirmed: notAwaited(),
      annulled: null,
    },
    { fields: ['householdId'] },
  )
  return new Set(visits.flatMap(({ householdId }) => householdId ?? []))
}

/** 您联系的帮扶户, for who has just taken one over: that it has been visited this month, and nothing else of what was before. */
export const ownHouseholds = useCase('household.mine', aboutSelf, async (_request, context, member) => {
  const linked = await readLinked(member, context)
  const visited = await visitedByOthers(linked, member._id, context.now)
  return done({
    households: linked.map((one) => ({
      ...shownHousehold(one, context.tree),
      visited: visited.has(one._id),
    })),
  })
})
