import { type MeetingPaper, meetingPaper as papers } from '@domain/contract/paper'
import { catalogue, distinctNames } from '@domain/papers/catalogue'
import { fileName } from '@domain/papers/fileName'
import { LEDGER } from '@domain/papers/ledger'
import { dayOf } from '@domain/time/day'
import type { BookLine } from '../store/readBook'
import { ledgerOf, placeIn } from './ledgerOf'
import type { Asked, LongPaperKind } from './longPaper'
import { meetingFileName, meetingPaper } from './meetingFile'
import { organisationThen } from './minutedOf'
import { readMeetings } from './readMeetings'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'

const recordsOf = (lines: readonly BookLine[]): BookLine[] =>
  lines.filter(({ state }) => state === 'recorded')

const isOfKindAndDay = (one: BookLine, { kind, startsAt }: BookLine): boolean =>
  one.kind === kind && dayOf(one.startsAt) === dayOf(startsAt)

const nameOf = (meeting: BookLine, paper: MeetingPaper, { node, lines, context }: Asked): string =>
  meetingFileName({
    organisation: organisationThen({ branchId: node._id, startsAt: meeting.startsAt }, context) || node.name,
    ...{ meeting, paper, isDraft: false },
    isOneOfSeveral: lines.filter((one) => isOfKindAndDay(one, meeting)).length > 1,
  })

/** Every file of the .zip but the list itself, the papers of a meeting side by side and the ledger last: list and files cannot differ. */
function namesOf(asked: Asked): string[] {
  const { node, span, lines, context } = asked
  const { name: organisation } = placeIn(node, span, context).branch
  return distinctNames([
    ...recordsOf(lines).flatMap((line) => papers.options.map((paper) => nameOf(line, paper, asked))),
    fileName({ organisation, when: span, paper: LEDGER, ending: 'xlsx' }),
  ])
}

/** 文件包 of a period: 目录, what is in the book as papers, and the ledger; where nothing is, 目录 and ledger alone. */
export const bundleParts: LongPaperKind = {
  recordsOf,
  front: async (zip, asked) => {
    const { node, span, context, at } = asked
    const { name: organisation } = placeIn(node, span, context).branch
    zip.add('00-目录.xlsx', await writeExcel(catalogue({ organisation, span, files: namesOf(asked) }), at))
  },
  records: async (zip, asked, lines, from) => {
    const { node, context, at } = asked
    const names = namesOf(asked).slice(from * papers.options.length)
    const ids = lines.map(({ _id }) => _id)
    const { meetings } = await readMeetings(node._id, ids, context, (meeting) => meeting)
    for (const [index, line] of lines.entries()) {
      const meeting = meetings.find(({ activity }) => activity._id === line._id)
      if (!meeting) continue
      for (const [place, paper] of papers.options.entries()) {
        const name = names[index * papers.options.length + place] ?? ''
        zip.add(name, await writeWord(meetingPaper(paper, meeting, context), at))
      }
    }
  },
  back: async (zip, asked) => {
    const { node, span, context, at } = asked
    const name = namesOf(asked).at(-1) ?? ''
    zip.add(name, await writeExcel(await ledgerOf(node, span, context), at))
  },
}
