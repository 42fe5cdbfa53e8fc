import { AlignmentType, Document, type FileChild, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { PaperBlock, TextPaper } from '@domain/papers/paper'
import { childrenOf } from './blocks'
import { completed, zipped } from './completed'
import { page } from './layout'
import { style, styles } from './styles'
import { withTables } from './tableXml'

/** The part of a .docx that holds its text. */
export const TEXT = 'word/document.xml'

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

/** Everything on pages with their numbers. */
const framed = (title: string, children: readonly FileChild[]): Document =>
  new Document({
    title,
    creator: '先锋双岗',
    lastModifiedBy: '先锋双岗',
    evenAndOddHeaderAndFooters: true,
    styles,
    sections: [
      {
        properties: { page },
        footers: { default: numberAt(AlignmentType.RIGHT), even: numberAt(AlignmentType.LEFT) },
        children,
      },
    ],
  })

const documentOf = ({ isDraft, title, blocks, foot }: TextPaper): Document =>
  framed(title, [
    ...(isDraft ? [draftLine()] : []),
    new Paragraph({ text: title, style: style.title }),
    ...blocks.flatMap(childrenOf),
    ...(foot === undefined ? [] : [new Paragraph({ text: foot, style: style.foot })]),
  ])

/** Where a document's text begins, and what stands behind it: the form of its pages. */
const body = /<w:body>([^]*)(<w:sectPr[^]*<\/w:body>[^]*)$/

/** Blocks as they stand in word/document.xml: any number of them, put behind one another, are a document in the same styles. */
export async function bodyOf(blocks: readonly PaperBlock[]): Promise<string> {
  const packed = await Packer.toBuffer(
    new Document({ styles, sections: [{ properties: { page }, children: blocks.flatMap(childrenOf) }] }),
  )
  const text = strFromU8(unzipSync(packed)[TEXT] ?? new Uint8Array())
  return withTables(body.exec(text)?.[1] ?? '', blocks)
}

/** What stands around the text of a document that is made in pieces: before it, behind it, and the other parts of the file. */
export async function frameOf(title: string, now: number) {
  const packed = await Packer.toBuffer(framed(title, []))
  const { [TEXT]: document = new Uint8Array(), ...parts } = completed(packed, now)
  const text = strFromU8(document)
  const begins = text.indexOf('<w:body>') + '<w:body>'.length
  return { head: text.slice(0, begins), tail: body.exec(text)?.[2] ?? '', parts }
}

/** A paper as .docx, made at `now` (ms). */
export async function writeWord(paper: TextPaper, now: number): Promise<Uint8Array> {
  const parts = completed(await Packer.toBuffer(documentOf(paper)), now)
  const text = withTables(strFromU8(parts[TEXT] ?? new Uint8Array()), paper.blocks)
  return zipped({ ...parts, [TEXT]: strToU8(text) }, now)
}
