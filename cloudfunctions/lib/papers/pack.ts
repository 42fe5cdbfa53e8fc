import { zipSync } from 'fflate'
import { attendanceSheet } from '@domain/papers/attendanceSheet'
import { catalogue, told } from '@domain/papers/catalogue'
import { fileName } from '@domain/papers/fileName'
import { type Ledger, ledger } from '@domain/papers/ledger'
import { minutesPaper } from '@domain/papers/minutesPaper'
import { kindLabels } from '@domain/activity/kindLabels'
import { dayOf } from '@domain/time/day'
import type { Context } from '../entry/useCase'
import type { ReadMeeting } from './readMeetings'
import { rollFor } from './rollFor'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'

interface File {
  name: string
  content: Uint8Array
}

const isOfKindAndDay = (one: ReadMeeting, { activity: { kind, startsAt } }: ReadMeeting): boolean =>
  one.activity.kind === kind && dayOf(one.activity.startsAt) === dayOf(startsAt)

/** The two papers of a meeting that is in the book; `isOneOfSeveral`: of its kind on its day. */
async function filesOf(
  { activity, seen, minuted }: ReadMeeting,
  isOneOfSeveral: boolean,
  context: Context,
): Promise<File[]> {
  const papers = [minutesPaper(minuted), attendanceSheet(minuted, rollFor(activity, seen, context))]
  const files: File[] = []
  for (const paper of papers)
    files.push({
      name: fileName({
        organisation: minuted.organisation,
        when: activity.startsAt,
        kind: kindLabels[activity.kind],
        ...(isOneOfSeveral && { title: activity.title }),
        paper: paper.title,
        ending: 'docx',
      }),
      content: await writeWord(paper, context.now),
    })
  return files
}

/** 文件包 of a period: what is in the book as papers, the ledger, and 目录; where nothing is, ledger and 目录 alone. One paper at a time is made. */
export async function pack(
  asked: Ledger,
  meetings: readonly ReadMeeting[],
  context: Context,
): Promise<Uint8Array> {
  const { organisation, span } = asked
  const files: File[] = []
  for (const meeting of meetings)
    if (meeting.minuted.record.state === 'recorded') {
      const isOneOfSeveral = meetings.filter((one) => isOfKindAndDay(one, meeting)).length > 1
      files.push(...(await filesOf(meeting, isOneOfSeveral, context)))
    }
  const paper = '三会一课台账'
  files.push({
    name: fileName({ organisation, when: span, paper, ending: 'xlsx' }),
    content: await writeExcel(ledger(asked), context.now),
  })
  const names = told(files.map(({ name }) => name))
  const list = await writeExcel(catalogue({ organisation, span, files: names }), context.now)
  const parts = files.map(({ content }, index): [string, Uint8Array] => [names[index] ?? '', content])
  // They are packed already.
  return zipSync(Object.fromEntries([['00-目录.xlsx', list], ...parts]), { level: 0, mtime: context.now })
}
