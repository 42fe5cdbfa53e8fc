import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { TextPaper } from '@domain/papers/paper'
import { childrenOf } from './blocks'
import { completed } from './completed'
import { page } from './layout'
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

/** A paper as .docx, made at `now` (ms). */
export async function writeWord(paper: TextPaper, now: number): Promise<Uint8Array> {
  return completed(await Packer.toBuffer(documentOf(paper)), now)
}
