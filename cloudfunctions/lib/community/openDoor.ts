import { done } from '@domain/contract/answer'
import { aboutNothing } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { isLinked, shownHousehold } from '../people/register/registerChoices'
import { visitedByOthers } from './ownHouseholds'
import { readByDoorCode, visitId } from './recordVisit'
import { visitsOf } from './visitsOf'

/** One answer for a stranger, a colleague, an unknown code and a link that is dissolved: that this is somebody's door is told to nobody else. */
const neutral = done({ state: 'neutral' as const })

export const openDoor = useCase(
  'household.open',
  aboutNothing,
  async ({ code }, { caller, now, today, tree }) => {
    const household = await readByDoorCode(code)
    const { member } = caller
    if (!household || !member || !isLinked(member, household._id, today)) return neutral
    const [visits, others] = await Promise.all([
      visitsOf(member, now, now),
      visitedByOthers([household], member._id, now),
    ])
    const visited = visits.facts.find(({ _id }) => _id === visitId(household._id, member._id, today))
    return done({
      state: 'own' as const,
      household: shownHousehold(household, tree),
      done: visits.done,
      needed: visits.needed,
      ...(others.has(household._id) && { visited: true }),
      // One that was only remembered waits for the village: the code at the door is better, and is taken.
      ...(visited &&
        !visited.annulled &&
        visited.confirmed !== null && { visitedTodayAt: visited.occurredAt }),
    })
  },
)
