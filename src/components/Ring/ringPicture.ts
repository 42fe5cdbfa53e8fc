/** Colours of a ring's segments; the same values as the design variables, which a picture cannot read. */
export const ringColours = {
  done: '#2E8768',
  missing: '#F0D9AE',
  calm: '#E6DFD6',
  planned: '#D5E1EE',
  exempt: '#EAE4DC',
} as const
export type SegmentTone = keyof typeof ringColours

/** More segments than this run into one another at ring sizes. */
const mostSegments = 12

const strokes: Record<number, number> = { 34: 4, 36: 4, 44: 5, 56: 6, 72: 8, 104: 9 }
export const strokeOf = (size: number): number => strokes[size] ?? Math.max(3, Math.round(size / 9))

/** One tone per needed time, clockwise from twelve: done first, then what is planned, then what is missing. */
export function segmentTones(
  done: number,
  needed: number,
  planned: number,
  rest: SegmentTone,
): SegmentTone[] {
  const count = Math.min(Math.max(needed, 1), mostSegments)
  const filled = needed > mostSegments ? Math.floor((done / needed) * count) : Math.min(done, count)
  return Array.from({ length: count }, (_, index) =>
    index < filled ? 'done' : index < filled + planned ? 'planned' : rest,
  )
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** WeChat's logic layer has no btoa; the text is plain ASCII. */
export function toBase64(text: string): string {
  let out = ''
  for (let index = 0; index < text.length; index += 3) {
    const [a, b, c] = [text.charCodeAt(index), text.charCodeAt(index + 1), text.charCodeAt(index + 2)]
    const bits = (a << 16) | ((b || 0) << 8) | (c || 0)
    out += base64.charAt(bits >> 18) + base64.charAt((bits >> 12) & 63)
    out += Number.isNaN(b) ? '=' : base64.charAt((bits >> 6) & 63)
    out += Number.isNaN(c) ? '=' : base64.charAt(bits & 63)
  }
  return out
}

const point = (middle: number, radius: number, angle: number) =>
  `${(middle + radius * Math.sin(angle)).toFixed(2)} ${(middle - radius * Math.cos(angle)).toFixed(2)}`

/** Arcs of a segmented ring, each ending half a stroke before its neighbour so that round caps stay apart. */
export function ringArcs(tones: SegmentTone[], size: number): { path: string; tone: SegmentTone }[] {
  const stroke = strokeOf(size)
  const radius = (size - stroke) / 2
  const turn = (2 * Math.PI) / tones.length
  const gap = Math.min((stroke / 2 + 1.5) / radius, turn * 0.3)
  return tones.map((tone, index) => {
    const from = point(size / 2, radius, turn * index + gap)
    const to = point(size / 2, radius, turn * (index + 1) - gap)
    const large = turn - 2 * gap > Math.PI ? 1 : 0
    return { path: `M${from}A${radius} ${radius} 0 ${large} 1 ${to}`, tone }
  })
}

/** Data URI of a ring whose segments differ in tone. */
export function ringPicture(tones: SegmentTone[], size: number): string {
  const arcs = ringArcs(tones, size).map(
    ({ path, tone }) => `<path d="${path}" stroke="${ringColours[tone]}"/>`,
  )
  const frame = `viewBox="0 0 ${size} ${size}" fill="none" stroke-width="${strokeOf(size)}" stroke-linecap="round"`
  return `data:image/svg+xml;base64,${toBase64(`<svg xmlns="http://www.w3.org/2000/svg" ${frame}>${arcs.join('')}</svg>`)}`
}
