import { kindLabels } from '@domain/activity/kindLabels'
import { meetingPaper as papers } from '@domain/contract/paper'
import { PATROL, patrolList } from '@domain/papers/patrolList'
import { patrolYears, yearsName } from '@domain/papers/patrolYears'
import { dayOf } from '@domain/time/day'
import { placeIn } from './ledgerOf'
import { type Asked, type LongPaperKind, TOGETHER } from './longPaper'
import { addMeetings } from './meetingFiles'
import type { ZipPart } from './write/ZipPart'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'
import { inPatrolOrder, nameInZip, patrolFiles, reopenedText } from './patrolFiles'
import { rolledUpYears } from './rolledUp'
import { termOf } from './termOf'
import { yearPapers } from './yearPapers'

/** The next few records, or the next paper of a year, which reads all of it. */
async function write(zip: ZipPart, asked: Asked, from: number): Promise<number> {
  const names = patrolFiles(asked).map(nameInZip)
  const records = inPatrolOrder(asked.lines)
  const lines = records.slice(from, from + TOGETHER)
  const before = 1 + from * papers.options.length
  if (lines.length > 0) {
    await addMeetings(zip, asked, lines, names.slice(before))
    return from + lines.length
  }
  const paper = yearPapers(asked)[from - records.length]
  const name = names[1 + records.length * (papers.options.length - 1) + from]
  if (paper && name !== undefined) zip.add(name, await paper.make())
  return from + 1
}

/** 目录: it tells the SHA-256 of every file, so it is made when all of them are. */
async function listOf(asked: Asked, digests: readonly string[]) {
  const { node, spans, context, lines } = asked
  const last = spans[spans.length - 1] ?? spans[0]
  const files = patrolFiles(asked, await rolledUpYears(asked))
  return patrolList({
    organisation: placeIn(node, last, context).branch.name,
    when: yearsName(spans),
    files: files.map((file, index) => ({
      ...file,
      digest: Buffer.from(digests[index] ?? '', 'base64').toString('hex'),
    })),
    unwritten: lines
      .filter(({ state }) => state !== 'recorded')
      .map((line) => ({
        ...{ title: line.title, kind: kindLabels[line.kind], day: dayOf(line.startsAt) },
        remark: reopenedText(line),
      })),
  })
}

/** 巡察资料包 of a 届: 组织 first, then the records, the papers of each year, and the list that names them all. */
export const patrolParts: LongPaperKind = {
  paper: PATROL,
  ending: 'zip',
  spansOf: patrolYears,
  isDigested: true,
  count: (asked) => inPatrolOrder(asked.lines).length + yearPapers(asked).length,
  front: async (zip, asked) => {
    const [first] = patrolFiles(asked)
    if (first) zip.add(nameInZip(first), await writeWord(await termOf(asked), asked.at))
  },
  write,
  back: async (zip, asked) => {
    const list = await listOf(asked, zip.soFar.digests ?? [])
    zip.add('00-目录.xlsx', await writeExcel(list, asked.at))
  },
}
