import type { UnitPage } from '@domain/contract/unit'
import { absenceLabels } from '@domain/activity/absenceLabels'

export type UnitMeeting = UnitPage['meetings'][number]

const isHeld = ({ state }: UnitMeeting) => state === 'closed' || state === 'recorded'

/** What is to come, soonest first, and what was; a draft stands with what is to come, what was cancelled is left out. */
export function splitMeetings(meetings: readonly UnitMeeting[]) {
  const shown = meetings.filter(({ state }) => state !== 'cancelled')
  return {
    coming: shown.filter((meeting) => !isHeld(meeting)).sort((a, b) => a.startsAt - b.startsAt),
    held: shown.filter(isHeld),
  }
}

/** 应到 9 人，实到 8 人; before it is held only who is expected. */
export function countText(meeting: UnitMeeting): string {
  const expected = `应到 ${meeting.expected} 人`
  if (meeting.state === 'draft' || meeting.state === 'published') return expected
  return `${expected}，${meeting.state === 'open' ? '已登记' : '实到'} ${meeting.attended} 人`
}

/** 缺席人员及原因, as the record has it: 组员同志（公务外出）、… */
export const absentText = ({ absent }: UnitMeeting): string =>
  absent.map(({ name, reason }) => `${name}（${absenceLabels[reason]}）`).join('、')

/** Neither registered nor settled with a reason: the record is still to be made. */
export const unsettledCount = (meeting: UnitMeeting): number =>
  isHeld(meeting) ? Math.max(0, meeting.expected - meeting.attended - meeting.absences) : 0

/** Where a tap leads whoever runs it: what is over to its record, the rest to the meeting. */
export const routeOf = (meeting: UnitMeeting): 'record' | 'meeting' =>
  isHeld(meeting) ? 'record' : 'meeting'
