import { done } from '@domain/contract/answer'
import { dutiesFor } from '@domain/duty/dutiesFor'
import { evaluate } from '@domain/progress/evaluate'
import { periodOf } from '@domain/time/period'
import { readDuties } from '../entry/readDuties'
import { aboutSelf } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { partFrom } from '../ground/fitting'
import { householdsOf } from '../people/register/householdsOf'
import { readOwnDeeds } from '../store/readOwnDeeds'
import { shownDeed } from './shownDeed'

/**
 * 我的实事: this year's, and older ones that are still open, newest first and in parts. A deed counts for the year in which it was claimed and is
 * never late.
 */
export const listDeeds = useCase('deed.list', aboutSelf, async (request, context, member) => {
  const { now, tree } = context
  const period = periodOf('year', now)
  const [duties, { thisYear: facts, open }, households] = await Promise.all([
    readDuties(now),
    readOwnDeeds(member._id, period),
    householdsOf(member, context),
  ])
  const duty = dutiesFor(duties, period).find(({ counts }) => counts.what === 'deed')
  const subject = { type: 'member' as const, member }
  const progress = duty && evaluate({ duty, subject, period, facts, activities: [], now })
  const community = member.communityId === undefined ? undefined : tree.get(member.communityId)
  const all = [...facts, ...open]
    .sort((a, b) => b.occurredAt - a.occurredAt || (a._id < b._id ? -1 : 1))
    .map((fact) => shownDeed(fact, households, tree))
  const { rows: deeds, ...next } = partFrom(all, request.from ?? 0, { households })
  return done({
    ...{ deeds, ...next },
    done: progress?.done ?? facts.filter(({ confirmed }) => confirmed).length,
    needed: progress?.needed ?? null,
    ...(community && { community: { id: community._id, name: community.name } }),
    households,
  })
})
