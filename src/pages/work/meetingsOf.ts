import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/period/day'

export type WorkMeeting = ResponseOf<'identity.work'>['meetings'][number]

/** The one to run now: what is open, or else the next one of today. The cloud's order is kept within each list. */
export function meetingsOf(meetings: readonly WorkMeeting[], today: string) {
  const running = meetings.filter(({ state }) => state === 'open')
  const published = meetings.filter(({ state }) => state === 'published')
  const first = running[0] ?? published.find(({ startsAt }) => dayOf(startsAt) === today)
  return {
    first,
    soon: [...running, ...published].filter((meeting) => meeting !== first),
    drafts: meetings.filter(({ state }) => state === 'draft'),
    unrecorded: meetings.filter(({ state }) => state === 'closed'),
  }
}
