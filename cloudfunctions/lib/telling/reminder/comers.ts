import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'

/** Those who are to come: on the list or enrolled, and neither on leave nor registered. */
export function comers(
  { expected }: Pick<Activity, 'expected'>,
  facts: readonly Pick<Fact, 'kind' | 'memberId' | 'annulled' | 'confirmed'>[],
): string[] {
  const valid = facts.filter(({ annulled }) => !annulled)
  const enrolled = valid.filter(({ kind }) => kind === 'enrolment').map(({ memberId }) => memberId)
  const answered = new Set(
    valid
      .filter(({ kind, confirmed }) => kind === 'attendance' || (kind === 'leave' && confirmed !== null))
      .map(({ memberId }) => memberId),
  )
  const ids = new Set([...expected.map(({ memberId }) => memberId), ...enrolled])
  return [...ids].filter((memberId) => !answered.has(memberId))
}
