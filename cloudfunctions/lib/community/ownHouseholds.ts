import { done } from '@domain/contract/answer'
import { leftSince } from '@domain/org/handOver'
import type { Member } from '@domain/org/member'
import { startOfDay } from '@domain/time/day'
import { enterFrom } from '@domain/time/entryDeadline'
import { periodOf } from '@domain/time/period'
import { aboutSelf } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
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

/** Households that were the member's on days that may be entered still, and are it no more. */
async function readEarlier(member: Member, { now, today, tree, calendar }: Context) {
  const untilOf = leftSince(member, enterFrom(now, calendar), today)
  const ids = [...untilOf.keys()]
  const rows = ids.length === 0 ? [] : await find('households', { _id: oneOf(ids) })
  return rows.map((row) => ({ ...shownHousehold(row, tree), until: untilOf.get(row._id) ?? today }))
}

/**
 * 您联系的帮扶户, for who has just taken one over: that it has been visited this month, and nothing else of what was before; for who has handed one
 * over: that an earlier visit may be entered still.
 */
export const ownHouseholds = useCase('household.mine', aboutSelf, async (_request, context, member) => {
  const linked = await readLinked(member, context)
  const [visited, earlier] = await Promise.all([
    visitedByOthers(linked, member._id, context.now),
    readEarlier(member, context),
  ])
  const households = linked.map((one) => ({
    ...shownHousehold(one, context.tree),
    visited: visited.has(one._id),
  }))
  return done({ households, earlier })
})
