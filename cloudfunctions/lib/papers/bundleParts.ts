import { meetingPaper as papers } from '@domain/contract/paper'
import { catalogue, distinctNames } from '@domain/papers/catalogue'
import { fileName } from '@domain/papers/fileName'
import { LEDGER } from '@domain/papers/ledger'
import { periodByKey } from '@domain/time/period'
import { ledgerOf, placeIn } from './ledgerOf'
import { type Asked, inBook, type LongPaperKind, TOGETHER } from './longPaper'
import { addMeetings, paperName } from './meetingFiles'
import { writeExcel } from './write/writeExcel'

/** Every file of the .zip but the list itself, the papers of a meeting side by side and the ledger last: list and files cannot differ. */
function namesOf(asked: Asked): string[] {
  const { node, spans, lines, context } = asked
  const [span] = spans
  const { name: organisation } = placeIn(node, span, context).branch
  return distinctNames([
    ...inBook(lines).flatMap((line) => papers.options.map((paper) => paperName(line, paper, asked))),
    fileName({ organisation, when: span, paper: LEDGER, ending: 'xlsx' }),
  ])
}

/** 文件包 of a period: 目录, what is in the book as papers, and the ledger; where nothing is, 目录 and ledger alone. */
export const bundleParts: LongPaperKind = {
  paper: '文件包',
  ending: 'zip',
  spansOf: (periodKey) => [periodByKey(periodKey)],
  count: ({ lines }) => inBook(lines).length,
  front: async (zip, asked) => {
    const { node, spans, context, at } = asked
    const [span] = spans
    const { name: organisation } = placeIn(node, span, context).branch
    zip.add('00-目录.xlsx', await writeExcel(catalogue({ organisation, span, files: namesOf(asked) }), at))
  },
  write: async (zip, asked, from) => {
    const lines = inBook(asked.lines).slice(from, from + TOGETHER)
    await addMeetings(zip, asked, lines, namesOf(asked).slice(from * papers.options.length))
    return from + lines.length
  },
  back: async (zip, asked) => {
    const { node, spans, context, at } = asked
    const name = namesOf(asked).at(-1) ?? ''
    zip.add(name, await writeExcel(await ledgerOf(node, spans[0], context), at))
  },
}
