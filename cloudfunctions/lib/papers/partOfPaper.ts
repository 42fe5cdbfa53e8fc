import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { LongPaper, SoFar } from '@domain/contract/paper'
import { fileName } from '@domain/papers/fileName'
import { HANDBOOK } from '@domain/papers/handbook'
import { startOfDay } from '@domain/time/day'
import { type Period, periodByKey, periodOf } from '@domain/time/period'
import { limit } from '../entry/limit'
import { aboutBranch } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { idFrom } from '../ground/idFrom'
import type { BookLine } from '../store/readBook'
import { bundleParts } from './bundleParts'
import { handbookParts } from './handbookParts'
import { placeIn } from './ledgerOf'
import type { LongPaperKind } from './longPaper'
import { MOST_BYTES } from './paperOfBranch'
import { heldLines } from './readMeetings'
import { zipBegun, ZipPart } from './write/ZipPart'

/** Meetings of a part: with their sheets those of a branch of 300 take some seconds and 300 KB. */
const PER_PART = 10

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

/** The first part knows of none before it; every other goes on from the one before, of the same meetings. */
function goesOn(part: number, edition: string, soFar: SoFar | undefined): Refusal | null {
  if (part === 0) return null
  if (!soFar) return refuse('invalid_request', { path: 'soFar' })
  return soFar.edition === edition ? null : refuse('book_changed')
}

/**
 * A part of a long paper, for whoever runs the branch. It goes to the phone, which puts the parts behind one another, and lies nowhere in between:
 * there is no half-made file to be read by anybody, found later or cleared away, and a call that was cut short is simply made again.
 */
export const partOfPaper = useCase('paper.part', aboutBranch, async (request, context, node) => {
  const { now, today, caller } = context
  const period = periodByKey(request.periodKey)
  if (period.from > today) return refuse('invalid_request', { path: 'periodKey' })
  const { recordsOf, front, records, back, paper, ending } = kinds[request.paper]
  const span = spanOf(request.paper, period)
  const lines = await heldLines(node._id, span, now)
  const inBook = recordsOf(lines)
  const parts = 2 + Math.ceil(inBook.length / PER_PART)
  const { part, soFar } = request
  if (part >= parts) return refuse('invalid_request', { path: 'part' })
  const edition = editionOf(lines)
  const refusal = goesOn(part, edition, soFar) ?? (await limit({ openId: caller.openId, kind: 'part' }, now))
  if (refusal) return refusal
  const before = part > 0 && soFar ? soFar : zipBegun(now)
  const zip = new ZipPart(before)
  const asked = { node, span, context, lines, at: before.at }
  const from = (part - 1) * PER_PART
  if (part === 0) await front(zip, asked)
  else if (part < parts - 1) await records(zip, asked, inBook.slice(from, from + PER_PART), from)
  else await back(zip, asked)
  const { content, directory } = zip
  if (content.length + directory.length > MOST_BYTES) return refuse('export_too_large')
  const organisation = placeIn(node, span, context).branch.name
  return done({
    ...{ fileName: fileName({ organisation, when: span, paper, ending }), organisation },
    ...{ parts, meetings: inBook.length, written: Math.min(inBook.length, part * PER_PART) },
    unwritten: lines.length - inBook.length,
    content: content.toString('base64'),
    directory: directory.toString('base64'),
    ...(part === parts - 1 && { end: zip.end.toString('base64') }),
    soFar: { ...zip.soFar, edition },
  })
})
