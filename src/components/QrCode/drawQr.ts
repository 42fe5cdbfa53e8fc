import { encode } from 'uqr'

/** What of a canvas's 2d context the drawing needs; the same on weapp and h5. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'fillRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arcTo'
  | 'stroke'
  | 'setLineDash'
>

const ink = '#211C18'
const pine = '#2E8768'
const track = '#EBE6DF'

/** Draws the code into a square of whole device pixels, so that no module is blurred. */
export function drawCode(pen: Pen, text: string, left: number, top: number, side: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const unit = Math.max(1, Math.floor(side / size))
  const margin = Math.floor((side - unit * size) / 2)
  pen.fillStyle = ink
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + margin + x * unit, top + margin + y * unit, unit, unit)
    }),
  )
}

/** Length of the outline of a rounded square. */
export const outlineOf = (side: number, radius: number): number =>
  4 * (side - 2 * radius) + 2 * Math.PI * radius

function traceSquare(pen: Pen, inset: number, side: number, radius: number): void {
  const far = inset + side
  pen.beginPath()
  pen.moveTo(inset + side / 2, inset)
  pen.arcTo(far, inset, far, far, radius)
  pen.arcTo(far, far, inset, far, radius)
  pen.arcTo(inset, far, inset, inset, radius)
  pen.arcTo(inset, inset, far, inset, radius)
  pen.lineTo(inset + side / 2, inset)
}

/** Countdown around the code: the pine part is the time left, 1 whole … 0 none, clockwise from the top. */
export function drawRing(pen: Pen, whole: number, fraction: number, ratio: number): void {
  const width = 5 * ratio
  const [inset, side, radius] = [width / 2, whole - width, 24 * ratio]
  pen.lineWidth = width
  pen.lineCap = 'round'
  pen.setLineDash([])
  pen.strokeStyle = track
  traceSquare(pen, inset, side, radius)
  pen.stroke()
  const left = Math.max(0, Math.min(1, fraction)) * outlineOf(side, radius)
  if (left <= 0) return
  pen.strokeStyle = pine
  pen.setLineDash([left, outlineOf(side, radius)])
  traceSquare(pen, inset, side, radius)
  pen.stroke()
  pen.setLineDash([])
}
