import { floorsOf, shortest } from './floorsOf'
import { parts } from './parts'
import { type Imports, readHouse } from './readHouse'

const BOX = { width: 132, height: 40, gap: 12, floor: 74 }
const MARGIN = 24
const titles: Record<keyof typeof parts, string> = {
  phone: 'src: the phone',
  cloud: 'cloudfunctions/lib: the cloud',
  rules: 'domain: the rules',
}

interface Placed {
  x: number
  y: number
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Rooms of a part in rows, the ground at the bottom; `y` of the ground is 0 and grows upwards. */
function place(floors: readonly string[][]): { at: Map<string, Placed>; width: number } {
  const widest = Math.max(...floors.map((rooms) => rooms.length))
  const width = widest * (BOX.width + BOX.gap) - BOX.gap
  const at = new Map<string, Placed>()
  floors.forEach((rooms, floor) => {
    const row = rooms.length * (BOX.width + BOX.gap) - BOX.gap
    rooms.forEach((room, index) =>
      at.set(room, { x: (width - row) / 2 + index * (BOX.width + BOX.gap), y: floor * BOX.floor }),
    )
  })
  return { at, width }
}

function drawPart(
  title: string,
  imports: Imports,
  left: number,
  ground: number,
): { svg: string[]; width: number } {
  const { at, width } = place(floorsOf(imports))
  const top = ({ y }: Placed): number => ground - y - BOX.height
  const arrows = shortest(imports).flatMap(([from, to]) => {
    const [a, b] = [at.get(from), at.get(to)]
    if (!a || !b) return []
    const [x1, y1] = [left + a.x + BOX.width / 2, top(a) + BOX.height]
    const [x2, y2] = [left + b.x + BOX.width / 2, top(b)]
    return [`<path d="M${x1} ${y1}C${x1} ${y1 + 22} ${x2} ${y2 - 22} ${x2} ${y2}"/>`]
  })
  const boxes = [...at].flatMap(([room, placed]) => {
    const [x, y] = [left + placed.x, top(placed)]
    return [
      `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/>`,
      `<text x="${x + BOX.width / 2}" y="${y + 25}">${escaped(room)}</text>`,
    ]
  })
  const head = `<text class="head" x="${left + width / 2}" y="${MARGIN}">${escaped(title)}</text>`
  return { svg: [head, ...arrows, ...boxes], width }
}

const style = [
  'text{font:12px sans-serif;text-anchor:middle;fill:#222}',
  '.head{font-size:15px;font-weight:bold}',
  'rect{fill:#fbf7f2;stroke:#b3261e}path{fill:none;stroke:#999}',
].join('')

/** The map of the house as SVG: what stands higher imports what stands lower, and nothing leads back up. */
export function drawMap(): string {
  const houses = Object.entries(parts).map(([name, part]) => ({
    title: titles[name as keyof typeof parts],
    imports: readHouse(part),
  }))
  const highest = Math.max(...houses.map(({ imports }) => floorsOf(imports).length))
  const ground = MARGIN * 2 + highest * BOX.floor
  let left = MARGIN
  const svg = houses.flatMap(({ title, imports }) => {
    const drawn = drawPart(title, imports, left, ground)
    left += drawn.width + MARGIN * 3
    return drawn.svg
  })
  const [width, height] = [left - MARGIN * 2, ground + MARGIN]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}">`,
    `<style>${style}</style><rect width="${width}" height="${height}" style="fill:#fff;stroke:none"/>`,
    ...svg,
    '</svg>',
    '',
  ].join('\n')
}
