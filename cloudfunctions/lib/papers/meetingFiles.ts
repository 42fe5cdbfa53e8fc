import { type MeetingPaper, meetingPaper as papers } from '@domain/contract/paper'
import { dayOf } from '@domain/time/day'
import { AppError } from '../ground/AppError'
import type { BookLine } from '../store/readBook'
import type { Asked } from './longPaper'
import { meetingFileName, meetingPaper } from './meetingFile'
import { organisationThen } from './minutedOf'
import { readMeetings } from './readMeetings'
import type { ZipPart } from './write/ZipPart'
import { writeWord } from './write/writeWord'

const isOfKindAndDay = (one: BookLine, { kind, startsAt }: BookLine): boolean =>
  one.kind === kind && dayOf(one.startsAt) === dayOf(startsAt)

/** How a paper of one of the branch's meetings is found again among all of them. */
export const paperName = (meeting: BookLine, paper: MeetingPaper, { node, lines, context }: Asked): string =>
  meetingFileName({
    organisation: organisationThen({ branchId: node._id, startsAt: meeting.startsAt }, context) || node.name,
    ...{ meeting, paper, isDraft: false },
    isOneOfSeveral: lines.filter((one) => isOfKindAndDay(one, meeting)).length > 1,
  })

/** Both papers of a few meetings, side by side, under names in the same order. */
export async function addMeetings(
  zip: ZipPart,
  { node, context, at }: Asked,
  lines: readonly BookLine[],
  names: readonly string[],
): Promise<void> {
  const ids = lines.map(({ _id }) => _id)
  const { meetings } = await readMeetings(node._id, ids, context, (meeting) => meeting)
  for (const [index, { _id }] of lines.entries()) {
    const meeting = meetings.find(({ activity }) => activity._id === _id)
    // It went while the part was made: the next call finds another edition.
    if (!meeting) throw new AppError('paper', `a meeting is gone: ${_id}`)
    for (const [place, paper] of papers.options.entries()) {
      const name = names[index * papers.options.length + place] ?? ''
      zip.add(name, await writeWord(meetingPaper(paper, meeting, context), at))
    }
  }
}
