import { kindLabels } from '@domain/activity/kindLabels'
import type { Activity } from '@domain/activity/activity'
import type { MeetingPaper } from '@domain/contract/paper'
import { attendanceSheet } from '@domain/papers/attendanceSheet'
import { fileName } from '@domain/papers/fileName'
import { minutesPaper } from '@domain/papers/minutesPaper'
import type { TextPaper } from '@domain/papers/paper'
import type { Context } from '../entry/useCase'
import { minutedOf } from './minutedOf'
import type { ReadMeeting } from './readMeetings'
import { rollFor } from './rollFor'

/** A paper of a meeting, as data. */
export const meetingPaper = (
  paper: MeetingPaper,
  { activity, seen }: ReadMeeting,
  context: Context,
): TextPaper => {
  const minuted = minutedOf(activity, seen, context)
  return paper === 'minutes'
    ? minutesPaper(minuted)
    : attendanceSheet(minuted, rollFor(activity, seen, context))
}

export const meetingPaperTitles: Record<MeetingPaper, string> = {
  minutes: '会议记录',
  sheet: '到会登记表',
}

interface Named {
  organisation: string
  meeting: Pick<Activity, 'kind' | 'title' | 'startsAt'>
  paper: MeetingPaper
  isDraft: boolean
  /** Of its kind on its day: the titles tell them apart. */
  isOneOfSeveral: boolean
}

/** The name under which people find a meeting's paper again. */
export const meetingFileName = ({ organisation, meeting, paper, isDraft, isOneOfSeveral }: Named): string =>
  fileName({
    ...{ organisation, when: meeting.startsAt, kind: kindLabels[meeting.kind] },
    ...(isOneOfSeveral && { title: meeting.title }),
    ...{ paper: meetingPaperTitles[paper], isDraft, ending: 'docx' },
  })
