import type { ActivityCard } from '@domain/contract/activity'

/** Until registration begins one may put the name down or take it back. */
export const mayEnrol = (
  card: Pick<ActivityCard, 'kind' | 'state' | 'mine' | 'endsAt'>,
  now: number,
): boolean =>
  card.kind === 'community_service' &&
  (card.mine === 'open_to_all' || card.mine === 'enrolled') &&
  (card.state === 'published' || card.state === 'open') &&
  card.endsAt > now
