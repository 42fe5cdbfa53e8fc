import { PNG } from 'pngjs'
import { encode } from 'uqr'

/** Modules of white around a code, as ISO/IEC 18004 asks. */
const RIM = 4
/** Pixels of a module: at 45 mm a printer has enough of them. */
const UNIT = 12

/** A plain code to be printed, as a PNG: a quarter of it may be soiled (level Q). */
export function drawPlain(text: string): Uint8Array {
  const { data, size } = encode(text, { ecc: 'Q', border: RIM })
  const side = size * UNIT
  // One grey byte a pixel.
  const pixels = Buffer.alloc(side * side, 0xff)
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark)
        for (let line = 0; line < UNIT; line += 1) {
          const start = (y * UNIT + line) * side + x * UNIT
          pixels.fill(0, start, start + UNIT)
        }
    }),
  )
  const picture = Object.assign(new PNG({ width: side, height: side }), { data: pixels })
  return PNG.sync.write(picture, { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0 })
}
