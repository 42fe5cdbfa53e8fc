import { RECEIPT_TITLE, receiptLines, receiptNumber, type ReceiptOf } from '@domain/papers/receipt'

/** Pixels: as wide as WeChat sends a picture without making it smaller. */
export const RECEIPT = { width: 1080, height: 960 } as const

const EDGE = 80
const [ink, grey, pine, line] = ['#211C18', '#574F48', '#1F6B4F', '#E4DED3']
const family = '"PingFang SC", "Noto Sans SC Variable", "Microsoft YaHei", sans-serif'
export const receiptFont = (size: number, weight = 400): string => `${weight} ${size}px ${family}`

/** Every letter that stands on one, for fonts that come piece by piece. */
export const receiptText = (of: ReceiptOf): string =>
  RECEIPT_TITLE + receiptNumber(of) + receiptLines(of).flat().join('')

/** As large as fits: a long branch is set smaller, never cut. */
function write(
  pen: CanvasRenderingContext2D,
  text: string,
  at: [number, number],
  most: number,
  size: number,
) {
  const [left, top] = at
  pen.font = receiptFont(size)
  const fits = Math.min(1, most / Math.max(pen.measureText(text).width, 1))
  pen.font = receiptFont(Math.floor(size * fits))
  pen.fillText(text, left, top)
}

/** Draws a 回执 on a canvas of RECEIPT's size. */
export function drawReceipt(pen: CanvasRenderingContext2D, of: ReceiptOf): void {
  const { width, height } = RECEIPT
  pen.fillStyle = '#FFFFFF'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = pine
  pen.fillRect(0, 0, width, 20)
  pen.textAlign = 'center'
  pen.fillStyle = ink
  pen.font = receiptFont(50, 600)
  pen.fillText(RECEIPT_TITLE, width / 2, 140)
  pen.fillStyle = grey
  pen.font = receiptFont(34)
  pen.fillText(receiptNumber(of), width / 2, 205)
  pen.fillStyle = line
  pen.fillRect(EDGE, 250, width - 2 * EDGE, 2)
  pen.textAlign = 'left'
  receiptLines(of).forEach(([label, text], i) => {
    const top = 340 + i * 96
    pen.fillStyle = grey
    write(pen, label, [EDGE, top], 200, 40)
    pen.fillStyle = ink
    write(pen, text, [EDGE + 230, top], width - 2 * EDGE - 230, 42)
  })
}
