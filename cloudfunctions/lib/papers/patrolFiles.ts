import { kindLabels } from '@domain/activity/kindLabels'
import { activityKinds } from '@domain/contract/lists'
import { type MeetingPaper, meetingPaper as papers } from '@domain/contract/paper'
import { judgedDay } from '@domain/org/membershipOn'
import { distinctNames } from '@domain/papers/catalogue'
import { fileName } from '@domain/papers/fileName'
import { yearsName } from '@domain/papers/patrolYears'
import type { PatrolChapter, PatrolFile } from '@domain/papers/patrolList'
import { TERM_PAPER } from '@domain/papers/termPaper'
import { dayOf } from '@domain/time/day'
import { formatClock, formatYearDay } from '@domain/time/format'
import type { Period } from '@domain/time/period'
import type { BookLine } from '../store/readBook'
import { placeIn } from './ledgerOf'
import { type Asked, inBook } from './longPaper'
import { paperName } from './meetingFiles'
import { meetingPaperTitles } from './meetingFile'
import { ROLLED_UP } from './rolledUp'
import { yearPapers } from './yearPapers'

const chapterOf: Record<MeetingPaper, PatrolChapter> = { minutes: '3-会议记录', sheet: '4-登记和台账' }

const yearOf = ({ startsAt }: BookLine): string => `${dayOf(startsAt).slice(0, 4)}年`

/** Records in the order in which they are read: year by year, of each kind by kind. */
export const inPatrolOrder = (lines: readonly BookLine[]): BookLine[] => {
  const recorded = inBook(lines)
  return [...new Set(recorded.map(yearOf))].flatMap((year) =>
    activityKinds.flatMap((kind) => recorded.filter((line) => line.kind === kind && yearOf(line) === year)),
  )
}

/** `第2次成册，2026年9月3日 10:05收回`: which of the records somebody may hold in hand is not this one. */
export function reopenedText({ recordings = [], state }: BookLine): string {
  const taken = recordings.flatMap(({ takenBack }) => takenBack ?? [])
  if (taken.length === 0) return ''
  const when = taken.map(({ at }) => `${formatYearDay(at)} ${formatClock(at)}收回`)
  return [...(state === 'recorded' ? [`第${recordings.length}次成册`] : []), ...when].join('，')
}

/** The folder within a chapter: of records the year and the kind, of sheets to sign the year and what they are. */
const folderOf = (line: BookLine, paper: MeetingPaper): string =>
  [yearOf(line), paper === 'minutes' ? kindLabels[line.kind] : meetingPaperTitles[paper]].join('/')

const ofMeeting = (line: BookLine, paper: MeetingPaper, asked: Asked): PatrolFile => ({
  chapter: chapterOf[paper],
  path: `${folderOf(line, paper)}/${paperName(line, paper, asked)}`,
  day: dayOf(line.startsAt),
  remark: reopenedText(line),
})

function ofTerm({ node, spans, context }: Asked): PatrolFile {
  const last = spans[spans.length - 1] ?? spans[0]
  const organisation = placeIn(node, last, context).branch.name
  const named = { organisation, when: { name: yearsName(spans) }, paper: TERM_PAPER, ending: 'docx' as const }
  return { chapter: '1-组织', path: fileName(named), day: judgedDay(last, context.now), remark: '' }
}

/** Every file of the .zip but its list, in the order in which they are written; those of a meeting stand side by side. `rolledUp`: years known by their sums alone. */
export function patrolFiles(asked: Asked, rolledUp: readonly Period[] = []): PatrolFile[] {
  const files = [
    ofTerm(asked),
    ...inPatrolOrder(asked.lines).flatMap((line) =>
      papers.options.map((paper) => ofMeeting(line, paper, asked)),
    ),
    ...yearPapers(asked).map(({ chapter, path, year, maybeOfSums }) => ({
      ...{ chapter, path, day: judgedDay(year, asked.context.now) },
      remark: maybeOfSums && rolledUp.includes(year) ? ROLLED_UP : '',
    })),
  ]
  const paths = distinctNames(files.map(({ path }) => path))
  return files.map((file, index) => ({ ...file, path: paths[index] ?? file.path }))
}

export const nameInZip = ({ chapter, path }: Pick<PatrolFile, 'chapter' | 'path'>): string =>
  `${chapter}/${path}`
