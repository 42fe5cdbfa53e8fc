import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'

export type WorkMeeting = ResponseOf<'identity.work'>['meetings'][number]
type Todo = NonNullable<WorkMeeting['todo']>

/** In the order in which they want something of the reader; what waits for somebody else comes last. */
const order: readonly Todo[] = ['doubted', 'unopened', 'unrecorded', 'awaits']

/** What a page kept from before knows nothing of: closed is to be recorded. */
const todoOf = ({ todo, state }: WorkMeeting): Todo | undefined =>
  todo ?? (state === 'closed' ? 'unrecorded' : undefined)

/** The one to run now: what is open, or else the next one of today. The cloud's order is kept within each list. */
export function meetingsOf(meetings: readonly WorkMeeting[], today: string) {
  const running = meetings.filter(({ state }) => state === 'open')
  const published = meetings.filter((meeting) => meeting.state === 'published' && !meeting.todo)
  const first = running[0] ?? published.find(({ startsAt }) => dayOf(startsAt) === today)
  return {
    first,
    soon: [...running, ...published].filter((meeting) => meeting !== first),
    drafts: meetings.filter(({ state }) => state === 'draft'),
    /** 待办: what is over and settled by nobody; it stays until it is. */
    todo: order.flatMap((todo) =>
      meetings.filter((meeting) => todoOf(meeting) === todo).map((meeting) => ({ todo, meeting })),
    ),
  }
}
