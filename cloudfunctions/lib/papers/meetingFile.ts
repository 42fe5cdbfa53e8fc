import { kindLabels } from '@domain/activity/kindLabels'
import { attendanceSheet } from '@domain/papers/attendanceSheet'
import { fileName } from '@domain/papers/fileName'
import { minutesPaper } from '@domain/papers/minutesPaper'
import type { MeetingPaper } from '@domain/contract/paper'
import type { Context } from '../entry/useCase'
import type { ReadMeeting } from './readMeetings'
import { rollFor } from './rollFor'
import { writeWord } from './write/writeWord'

export interface PaperFile {
  name: string
  content: Uint8Array
}

/** A paper of a meeting under a name people find again; `isOneOfSeveral`: of its kind on its day, whose titles tell them apart. */
export async function meetingFile(
  paper: MeetingPaper,
  { activity, seen, minuted }: ReadMeeting,
  isOneOfSeveral: boolean,
  context: Context,
): Promise<PaperFile> {
  const made =
    paper === 'minutes' ? minutesPaper(minuted) : attendanceSheet(minuted, rollFor(activity, seen, context))
  const { title, isDraft } = made
  const name = fileName({
    ...{ organisation: minuted.organisation, when: activity.startsAt, kind: kindLabels[activity.kind] },
    ...(isOneOfSeveral && { title: activity.title }),
    ...{ paper: title, isDraft, ending: 'docx' },
  })
  return { name, content: await writeWord(made, context.now) }
}
