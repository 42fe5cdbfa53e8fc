import { zipSync } from 'fflate'
import { meetingPaper } from '@domain/contract/paper'
import { catalogue, distinctNames } from '@domain/papers/catalogue'
import { fileName } from '@domain/papers/fileName'
import { type Ledger, ledger } from '@domain/papers/ledger'
import { dayOf } from '@domain/time/day'
import type { Context } from '../entry/useCase'
import { meetingFile, type PaperFile } from './meetingFile'
import type { ReadMeeting } from './readMeetings'
import { writeExcel } from './write/writeExcel'

const isOfKindAndDay = (one: ReadMeeting, { activity: { kind, startsAt } }: ReadMeeting): boolean =>
  one.activity.kind === kind && dayOf(one.activity.startsAt) === dayOf(startsAt)

/** 文件包 of a period: what is in the book as papers, the ledger, and 目录; where nothing is, ledger and 目录 alone. One paper at a time is made. */
export async function pack(
  asked: Ledger,
  meetings: readonly ReadMeeting[],
  context: Context,
): Promise<Uint8Array> {
  const { organisation, span } = asked
  const files: PaperFile[] = []
  for (const meeting of meetings)
    if (meeting.minuted.record.state === 'recorded') {
      const isOneOfSeveral = meetings.filter((one) => isOfKindAndDay(one, meeting)).length > 1
      for (const paper of meetingPaper.options)
        files.push(await meetingFile(paper, meeting, isOneOfSeveral, context))
    }
  const paper = '三会一课台账'
  files.push({
    name: fileName({ organisation, when: span, paper, ending: 'xlsx' }),
    content: await writeExcel(ledger(asked), context.now),
  })
  const names = distinctNames(files.map(({ name }) => name))
  const list = await writeExcel(catalogue({ organisation, span, files: names }), context.now)
  const parts = files.map(({ content }, index): [string, Uint8Array] => [names[index] ?? '', content])
  // They are packed already.
  return zipSync(Object.fromEntries([['00-目录.xlsx', list], ...parts]), { level: 0, mtime: context.now })
}
