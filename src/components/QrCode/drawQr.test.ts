import { encode } from 'uqr'
import { drawCode, outlineOf, type Pen } from './drawQr'

test('every dark module is one square of whole pixels inside the side', () => {
  const squares: number[][] = []
  const pen = {
    fillStyle: '',
    fillRect: (...square: number[]) => void squares.push(square),
  } as unknown as Pen
  const text = '1.abc.xyz.AAAAAAAAAAAAAA'
  drawCode(pen, text, 40, 40, 412)
  const dark = encode(text, { ecc: 'M', border: 0 }).data.flat().filter(Boolean).length
  expect(squares).toHaveLength(dark)
  for (const [x = 0, y = 0, width = 0, height = 0] of squares) {
    expect([x, y, width, height].every(Number.isInteger)).toBe(true)
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(40)
    expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(452)
  }
})

test('a rounded square of radius half its side is a circle', () => {
  expect(outlineOf(10, 5)).toBeCloseTo(Math.PI * 10)
})
