import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { TextPaper } from '@domain/papers/paper'
import { childrenOf } from './blocks'
import { fontTable, page } from './layout'
import { style, styles } from './styles'

/** `— 1 —`, one character in from the edge: odd pages right, even ones left. */
const numberAt = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Footer({
    children: [
      new Paragraph({
        style: style.number,
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

const draftLine = () => new Paragraph({ text: '草稿', style: style.draft })

function documentOf({ isDraft, title, blocks, foot }: TextPaper): Document {
  return new Document({
    title,
    creator: '先锋双岗',
    lastModifiedBy: '先锋双岗',
    evenAndOddHeaderAndFooters: true,
    styles,
    sections: [
      {
        properties: { page },
        footers: { default: numberAt(AlignmentType.RIGHT), even: numberAt(AlignmentType.LEFT) },
        children: [
          ...(isDraft ? [draftLine()] : []),
          new Paragraph({ text: title, style: style.title }),
          ...blocks.flatMap(childrenOf),
          ...(foot === undefined ? [] : [new Paragraph({ text: foot, style: style.foot })]),
        ],
      },
    ],
  })
}

const dates = /(<dcterms:(created|modified)[^>]*>)[^<]*/g

/** What docx leaves out or reads from a clock of its own: the table of fonts, and when the paper was made. */
function completed(parts: Record<string, Uint8Array>, now: number): Zippable {
  const at = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z')
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array()).replace(dates, `$1${at}`)
  return { ...parts, 'word/fontTable.xml': strToU8(fontTable), 'docProps/core.xml': strToU8(core) }
}

/** A paper as .docx, made at `now` (ms). */
export async function writeWord(paper: TextPaper, now: number): Promise<Uint8Array> {
  const packed = await Packer.toBuffer(documentOf(paper))
  return zipSync(completed(unzipSync(packed), now), { mtime: now, level: 6 })
}
