import { done } from '@domain/contract/answer'
import { isDone, type Need } from '@domain/fact/need'
import { communityIdsOn } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { addDays } from '@domain/time/day'
import { aboutSelf, named } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { readLinked } from '../people/register/registerChoices'
import { readNeeds, readTakings, type Taking } from '../store/readNeeds'
import { readNameable } from '../store/readPeople'
import { ownState } from './listDeeds'
import { ofPlace } from './writeNeed'

/** How long a place still sees what is not offered any more: who has taken it may be at work. */
const DAYS_SHOWN = 30

/** Whose needs a member may take today: the own communities, and the villages of the own households. */
export async function placesAsking(member: Member, context: Context): Promise<Organisation[]> {
  const { today, tree } = context
  const households = await readLinked(member, context)
  const ids = [...communityIdsOn(member, today), ...households.map(({ villageId }) => villageId)]
  return [...new Set(ids)].flatMap((id) => {
    const place = tree.get(id)
    return place && isActiveOn(place, today) ? [place] : []
  })
}

const shown = ({ _id: id, title, contact, until, wanted }: Need, takings: readonly Taking[]) => ({
  ...{ id, title, until, wanted, taken: takings.length },
  ...(contact !== undefined && { contact }),
})

/** 大家的需求: what the own places ask for today. Of who else has taken it only how many. */
export const offeredNeeds = useCase('need.offered', aboutSelf, async (_request, context, member) => {
  const places = new Map((await placesAsking(member, context)).map((place) => [place._id, place]))
  const { needs, more } = await readNeeds([...places.keys()], context.today)
  const takings = await readTakings(needs)
  return done({
    needs: needs.flatMap((need) => {
      const place = places.get(need.placeId)
      const taken = takings.get(need._id) ?? []
      const isMine = taken.some(({ memberId }) => memberId === member._id)
      return !place || isDone(need, taken.filter(({ confirmed }) => confirmed).length)
        ? []
        : { ...shown(need, taken), place: named(place), ...(isMine && { mine: true }) }
    }),
    more,
  })
})

/** Who has taken a place's needs and how far they are, by deed. */
async function takersOf(takings: readonly Taking[], { names, tree }: Context) {
  const people = await readNameable(takings.map(({ memberId }) => memberId))
  return (deed: Taking) => {
    const member = people.get(deed.memberId)
    return {
      name: member ? names.of(member) : '',
      branchName: tree.get(deed.branchId)?.name ?? '',
      state: deed.confirmed ? ('confirmed' as const) : ownState(deed),
    }
  }
}

/** 需求 of a community or village, for its own people. */
export const needsOfPlace = useCase('need.page', ofPlace, async (_request, context, place) => {
  const { caller, today } = context
  const { needs, more } = await readNeeds([place._id], addDays(today, -DAYS_SHOWN))
  const takings = await readTakings(needs)
  const takerOf = await takersOf([...takings.values()].flat(), context)
  // stored name: one’s own
  const contact = caller.identity?.name ?? caller.member?.name
  return done({
    place: named(place),
    ...(contact !== undefined && { contact }),
    needs: needs.map((need) => {
      const taken = takings.get(need._id) ?? []
      return { ...shown(need, taken), offered: today <= need.until, takers: taken.map(takerOf) }
    }),
    more,
  })
})
