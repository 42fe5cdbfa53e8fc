import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { startOfDay } from '@domain/time/day'
import { readTheoryGroupEver } from '../../people/register/theoryGroup'
import { readCalendar } from '../../store/readCalendar'
import { heldUntil, isOver, type Span } from './span'

export interface UnitEvidence {
  /** Whoever ever held a post at the unit: who is of its 中心组 on a day says the post. */
  members: Member[]
  facts: []
  activities: Activity[]
}

/** What a unit's own numbers of a span are made of: what is held counts, not who was there. Two calls. */
export async function readUnitEvidence(unitId: string, span: Span): Promise<UnitEvidence> {
  const [members, activities] = await Promise.all([
    readTheoryGroupEver(unitId),
    readCalendar([unitId], startOfDay(span.since), { ...(isOver(span) && { until: heldUntil(span) }) }),
  ])
  return { members, facts: [], activities }
}
