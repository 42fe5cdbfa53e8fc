import { drawCode } from '@/components/QrCode/drawQr'
import { formatYearDay } from '@domain/time/format'
import { dayOf } from '@domain/time/day'
import { scanWords } from '@/words/scanWords'
import type { PaperCard, PaperPage } from './paperPages'

/** A4 at 150 dots an inch. */
export const PAPER = { width: 1240, height: 1754 } as const

const ink = '#211C18'
const grey = '#574F48'
const EDGE = 90
const TOP = 250
const CELL = { width: (PAPER.width - 2 * EDGE - 40) / 2, height: 330 }
const CODE = 230

export type PaperPen = CanvasRenderingContext2D

const family = '"PingFang SC", "Noto Sans SC Variable", "Microsoft YaHei", sans-serif'
export const paperFont = (size: number, weight = 400) => `${weight} ${size}px ${family}`

/** A sheet with one code that WeChat's own scan does not open says what opens them all. */
const howToUse = (opens: boolean): string => `沿虚线裁开，交给本人。${scanWords(opens).how}`
/** What stands on every sheet besides its own words. */
export const PAPER_WORDS = `先锋双岗 年月日印前有效0123456789${howToUse(true)}${howToUse(false)}`

/** A card's code, ready to be drawn. */
export interface PaperCode {
  text: string
  opens: boolean
  picture?: CanvasImageSource | null
}

interface Fit {
  size: number
  weight?: number
  /** At most so wide. */
  width: number
}

/** As large as fits: a name of twelve characters or a long branch is set smaller, never cut. */
function write(pen: PaperPen, text: string, left: number, top: number, { size, weight = 400, width }: Fit) {
  pen.font = paperFont(size, weight)
  const fits = Math.min(1, width / Math.max(pen.measureText(text).width, 1))
  pen.font = paperFont(Math.floor(size * fits), weight)
  pen.fillText(text, left, top)
}

function drawCard(pen: PaperPen, card: PaperCard, code: PaperCode | undefined, left: number, top: number) {
  pen.strokeStyle = '#B8AFA4'
  pen.lineWidth = 2
  pen.setLineDash([10, 8])
  pen.strokeRect(left, top, CELL.width, CELL.height)
  pen.setLineDash([])
  if (code?.picture) pen.drawImage(code.picture, left + 24, top + 50, CODE, CODE)
  else if (code) drawCode(pen, code.text, left + 24, top + 50, CODE)
  const text = left + 24 + CODE + 24
  const width = CELL.width - CODE - 24 * 3
  pen.textAlign = 'left'
  pen.fillStyle = grey
  write(pen, card.place, text, top + 110, { size: 28, width })
  if (card.post !== undefined) write(pen, card.post, text, top + 240, { size: 28, width })
  pen.fillStyle = ink
  write(pen, card.title, text, top + 180, { size: 44, weight: 600, width })
}

interface Sheet {
  page: PaperPage
  /** Of the page's cards, in their order. */
  codes: readonly PaperCode[]
  /** Who gives it out. */
  by: string
  today: string
}

/** Draws a sheet on a canvas of PAPER's size: the heading, the cards, and how to use them. */
export function drawPaper(pen: PaperPen, { page, codes, by, today }: Sheet): void {
  const [middle, width] = [PAPER.width / 2, PAPER.width - 2 * EDGE]
  pen.fillStyle = '#FFFFFF'
  pen.fillRect(0, 0, PAPER.width, PAPER.height)
  pen.textAlign = 'center'
  pen.fillStyle = ink
  write(pen, `先锋双岗 ${page.heading}`, middle, 120, { size: 46, weight: 600, width })
  pen.fillStyle = grey
  // The instant is exclusive: the last whole day is the one before it.
  const last = formatYearDay(dayOf(page.until - 86_400_000))
  write(pen, `${by} ${formatYearDay(today)}印 ${last}前有效`, middle, 180, { size: 28, width })
  const opens = codes.every((code) => code.opens)
  write(pen, howToUse(opens), middle, PAPER.height - 60, { size: 26, width })
  page.cards.forEach((card, i) => {
    drawCard(
      pen,
      card,
      codes[i],
      EDGE + (i % 2) * (CELL.width + 40),
      TOP + Math.floor(i / 2) * (CELL.height + 24),
    )
  })
}
