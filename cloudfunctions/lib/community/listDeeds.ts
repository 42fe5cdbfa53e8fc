import { done } from '@domain/contract/answer'
import { dutiesFor } from '@domain/duty/dutiesFor'
import { contains, periodOf } from '@domain/time/period'
import { evaluate } from '@domain/progress/evaluate'
import type { Fact } from '@domain/fact/fact'
import { readDuties } from '../entry/readDuties'
import { aboutSelf } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { householdsOf } from '../people/register/householdsOf'
import { find } from '../store/find'
import { ownState, shownDeed } from './shownDeed'

/** 我的实事: this year's, and older ones that are still open. A deed counts for the year in which it was claimed and is never late. */
export const listDeeds = useCase('deed.list', aboutSelf, async (_request, context, member) => {
  const { now, tree } = context
  const period = periodOf('year', now)
  // A few a year: all of them are read.
  const where = { memberId: member._id, kind: 'deed', annulled: null }
  const [duties, facts, households] = await Promise.all([
    readDuties(now),
    find('facts', where),
    householdsOf(member, context),
  ])
  const isOpen = (fact: Fact) => !fact.confirmed && ownState(fact) !== 'dropped'
  const shown = facts.filter((fact) => contains(period, fact.occurredOn) || isOpen(fact))
  const duty = dutiesFor(duties, period).find(({ counts }) => counts.what === 'deed')
  const subject = { type: 'member' as const, member }
  const progress = duty && evaluate({ duty, subject, period, facts, activities: [], now })
  const community = member.communityId === undefined ? undefined : tree.get(member.communityId)
  return done({
    deeds: shown
      .sort((a, b) => b.occurredAt - a.occurredAt || (a._id < b._id ? -1 : 1))
      .map((fact) => shownDeed(fact, households, tree)),
    done: progress?.done ?? shown.filter(({ confirmed }) => confirmed).length,
    needed: progress?.needed ?? null,
    ...(community && { community: { id: community._id, name: community.name } }),
    households,
  })
})
