import { done, refuse } from '@domain/contract/answer'
import type { LongPaper, SoFar } from '@domain/contract/paper'
import { fileName } from '@domain/papers/fileName'
import { yearsName } from '@domain/papers/patrolYears'
import { limit } from '../entry/limit'
import { aboutBranch } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { now as clock } from '../ground/clock'
import { idFrom } from '../ground/idFrom'
import type { BookLine } from '../store/readBook'
import { bundleParts } from './bundleParts'
import { handbookParts } from './handbookParts'
import { MOST_BYTES } from './inPieces'
import { placeIn } from './ledgerOf'
import { type Asked, inBook, type LongPaperKind } from './longPaper'
import { patrolParts } from './patrolParts'
import { heldOver } from './readMeetings'
import { zipBegun, ZipPart } from './write/ZipPart'

/** Milliseconds of records in a part: a phone is told how far it has come every few seconds, however slow the cloud. */
const PART_MS = 6000
/** Bytes after which a part takes no more records: what one more adds has room below MOST_BYTES. */
const ENOUGH_BYTES = 300 * 1024

const kinds: Record<LongPaper, LongPaperKind> = {
  handbook: handbookParts,
  bundle: bundleParts,
  patrol: patrolParts,
}

/** Which meetings there are, which are in the book, and for which time: a part made of others would fit no list. */
const editionOf = (lines: readonly BookLine[]): string =>
  idFrom(
    'edition',
    lines
      .map(({ _id, state, startsAt, title, recordings = [] }) =>
        [_id, state, startsAt, title, recordings.length].join(),
      )
      .join(';'),
  )

/** The next pieces, for as long as a part may take; how many are written then. */
async function writePieces(
  kind: LongPaperKind,
  zip: ZipPart,
  asked: Asked,
  written: number,
): Promise<number> {
  const began = clock()
  const all = kind.count(asked)
  let done = written
  do done = await kind.write(zip, asked, done)
  while (done < all && clock() - began < PART_MS && zip.content.length < ENOUGH_BYTES)
  return done
}

/** How many pieces are written after the part. */
async function writePart(
  kind: LongPaperKind,
  zip: ZipPart,
  asked: Asked,
  soFar: SoFar | undefined,
): Promise<number> {
  if (!soFar) await kind.front(zip, asked)
  else if (soFar.written < kind.count(asked)) return writePieces(kind, zip, asked, soFar.written)
  else await kind.back(zip, asked)
  return soFar?.written ?? 0
}

/**
 * A part of a long paper, for whoever runs the branch. It goes to the phone, which puts the parts behind one another, and lies nowhere in between:
 * there is no half-made file to be read by anybody, found later or cleared away, and a call that was cut short is simply made again.
 */
export const partOfPaper = useCase('paper.part', aboutBranch, async (request, context, node) => {
  const { now, today, caller } = context
  const kind = kinds[request.paper]
  const spans = kind.spansOf(request.periodKey, request.until)
  const last = spans?.[spans.length - 1]
  if (!spans || !last || last.from > today) return refuse('invalid_request', { path: 'periodKey' })
  const lines = await heldOver(node._id, spans, now)
  const edition = editionOf(lines)
  const { soFar } = request
  if (soFar && soFar.edition !== edition) return refuse('book_changed')
  const tooMany = await limit({ openId: caller.openId, kind: 'part' }, now)
  if (tooMany) return tooMany
  const before = soFar ?? { ...zipBegun(now), ...(kind.isDigested && { digests: [] }) }
  const zip = new ZipPart(before)
  const asked = { node, spans, context, lines, at: before.at }
  const written = await writePart(kind, zip, asked, soFar)
  const { content, directory } = zip
  if (content.length + directory.length > MOST_BYTES) return refuse('export_too_large')
  const organisation = placeIn(node, last, context).branch.name
  const pieces = kind.count(asked)
  const isLast = soFar !== undefined && soFar.written >= pieces
  const { paper, ending } = kind
  const when = spans.length > 1 ? { name: yearsName(spans) } : last
  return done({
    ...{ fileName: fileName({ organisation, when, paper, ending }), organisation },
    ...{ pieces, unwritten: lines.length - inBook(lines).length },
    content: content.toString('base64'),
    directory: directory.toString('base64'),
    ...(isLast && { end: zip.end.toString('base64') }),
    soFar: { ...zip.soFar, edition, written },
  })
})
