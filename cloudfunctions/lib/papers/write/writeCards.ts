import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { BESIDE, CARD_TITLE, type PaperCard } from '@domain/papers/cardPaper'
import { LINE, page } from './layout'
import { completed, zipped } from './completed'
import { style, styles } from './styles'

/** Twips of a millimetre, and pixels at 96 dots an inch. */
const twips = (mm: number) => Math.round((mm * 1440) / 25.4)
const pixels = (mm: number) => Math.round((mm * 96) / 25.4)

/** Millimetres: a code of 35 with its white rim (of four of its 25 modules); a card; the margin on all four sides. */
const [PICTURE, CARD, MARGIN] = [47, { width: 90, height: 87 }, 15]

const dashed = { style: BorderStyle.DASHED, size: 4, color: 'B8AFA4' }
const borders = { top: dashed, bottom: dashed, left: dashed, right: dashed }

const isJpeg = ([first, second]: Uint8Array): boolean => first === 0xff && second === 0xd8

function cardCell(card: PaperCard | undefined): TableCell {
  const centred = { alignment: AlignmentType.CENTER }
  const side = pixels(PICTURE)
  const children = card
    ? [
        new Paragraph({ text: CARD_TITLE, style: style.label }),
        new Paragraph({
          ...centred,
          children: [
            new ImageRun({
              type: isJpeg(card.picture) ? 'jpg' : 'png',
              data: card.picture,
              transformation: { width: side, height: side },
            }),
          ],
        }),
        new Paragraph({ text: card.line, style: style.cell, ...centred }),
      ]
    : [new Paragraph('')]
  return new TableCell({
    children,
    borders,
    width: { size: twips(CARD.width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
  })
}

/** Cards as .docx, six on an A4 to be cut apart along the dashes, made at `now` (ms). The last sheet may be half empty. */
export async function writeCards(
  title: string,
  cards: readonly PaperCard[],
  now: number,
): Promise<Uint8Array> {
  const rows = Array.from({ length: Math.ceil(cards.length / BESIDE) }, (_, row) => {
    const beside = Array.from({ length: BESIDE }, (_each, column) => cardCell(cards[row * BESIDE + column]))
    const height = { value: twips(CARD.height), rule: HeightRule.EXACT }
    return new TableRow({ children: beside, height, cantSplit: true })
  })
  const size = twips(CARD.width)
  const margin = twips(MARGIN)
  const document = new Document({
    title,
    creator: '先锋双岗',
    lastModifiedBy: '先锋双岗',
    styles,
    sections: [
      {
        properties: { page: { ...page, margin: { top: margin, right: margin, bottom: 0, left: margin } } },
        children: [
          new Table({
            rows,
            columnWidths: Array<number>(BESIDE).fill(size),
            alignment: AlignmentType.CENTER,
          }),
          // Word ends a table with a paragraph: as low as can be, so that a full sheet is not followed by an empty one.
          new Paragraph({ text: '', spacing: { line: LINE / 28, lineRule: 'exact' } }),
        ],
      },
    ],
  })
  return zipped(completed(await Packer.toBuffer(document), now), now)
}
