import { done, refuse } from '@domain/contract/answer'
import type { LongPaper, SoFar } from '@domain/contract/paper'
import { fileName } from '@domain/papers/fileName'
import { HANDBOOK } from '@domain/papers/handbook'
import { startOfDay } from '@domain/time/day'
import { type Period, periodByKey, periodOf } from '@domain/time/period'
import { limit } from '../entry/limit'
import { aboutBranch } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { now as clock } from '../ground/clock'
import { idFrom } from '../ground/idFrom'
import type { BookLine } from '../store/readBook'
import { bundleParts } from './bundleParts'
import { handbookParts } from './handbookParts'
import { placeIn } from './ledgerOf'
import type { Asked, LongPaperKind } from './longPaper'
import { MOST_BYTES } from './paperOfBranch'
import { heldLines } from './readMeetings'
import { zipBegun, ZipPart } from './write/ZipPart'

/** Milliseconds of records in a part: a phone is told how far it has come every few seconds, however slow the cloud. */
const PART_MS = 6000
/** Bytes after which a part takes no more records: what one more adds has room below MOST_BYTES. */
const ENOUGH_BYTES = 300 * 1024
/** Meetings read and written together: with their rolls those of a branch of 300 are some megabytes. */
const TOGETHER = 5

const kinds: Record<LongPaper, LongPaperKind & { paper: string; ending: 'docx' | 'zip' }> = {
  handbook: { ...handbookParts, paper: HANDBOOK, ending: 'docx' },
  bundle: { ...bundleParts, paper: '文件包', ending: 'zip' },
}

/** The 手册 is a year's, whatever period is asked for. */
const spanOf = (paper: LongPaper, period: Period): Period =>
  paper === 'handbook' ? periodOf('year', startOfDay(period.from)) : period

/** Which meetings there are and which are in the book: a part made of others would fit no list. */
const editionOf = (lines: readonly BookLine[]): string =>
  idFrom(
    'edition',
    lines.map(({ _id, state, startsAt, title }) => [_id, state, startsAt, title].join()).join(';'),
  )

/** The next records, for as long as a part may take; how many are written then. */
async function writeRecords(
  { recordsOf, records }: LongPaperKind,
  zip: ZipPart,
  asked: Asked,
  written: number,
): Promise<number> {
  const began = clock()
  const inBook = recordsOf(asked.lines)
  let done = written
  do {
    const some = inBook.slice(done, done + TOGETHER)
    await records(zip, asked, some, done)
    done += some.length
  } while (done < inBook.length && clock() - began < PART_MS && zip.content.length < ENOUGH_BYTES)
  return done
}

/** How many meetings are written after the part. */
async function writePart(
  kind: LongPaperKind,
  zip: ZipPart,
  asked: Asked,
  soFar: SoFar | undefined,
): Promise<number> {
  if (!soFar) await kind.front(zip, asked)
  else if (soFar.written < kind.recordsOf(asked.lines).length)
    return writeRecords(kind, zip, asked, soFar.written)
  else await kind.back(zip, asked)
  return soFar?.written ?? 0
}

/**
 * A part of a long paper, for whoever runs the branch. It goes to the phone, which puts the parts behind one another, and lies nowhere in between:
 * there is no half-made file to be read by anybody, found later or cleared away, and a call that was cut short is simply made again.
 */
export const partOfPaper = useCase('paper.part', aboutBranch, async (request, context, node) => {
  const { now, today, caller } = context
  const period = periodByKey(request.periodKey)
  if (period.from > today) return refuse('invalid_request', { path: 'periodKey' })
  const { paper, ending, ...kind } = kinds[request.paper]
  const span = spanOf(request.paper, period)
  const lines = await heldLines(node._id, span, now)
  const edition = editionOf(lines)
  const { soFar } = request
  if (soFar && soFar.edition !== edition) return refuse('book_changed')
  const tooMany = await limit({ openId: caller.openId, kind: 'part' }, now)
  if (tooMany) return tooMany
  const before = soFar ?? zipBegun(now)
  const zip = new ZipPart(before)
  const written = await writePart(kind, zip, { node, span, context, lines, at: before.at }, soFar)
  const { content, directory } = zip
  if (content.length + directory.length > MOST_BYTES) return refuse('export_too_large')
  const organisation = placeIn(node, span, context).branch.name
  const meetings = kind.recordsOf(lines).length
  const isLast = soFar !== undefined && soFar.written >= meetings
  return done({
    ...{ fileName: fileName({ organisation, when: span, paper, ending }), organisation },
    ...{ meetings, unwritten: lines.length - meetings },
    content: content.toString('base64'),
    directory: directory.toString('base64'),
    ...(isLast && { end: zip.end.toString('base64') }),
    soFar: { ...zip.soFar, edition, written },
  })
})
