import type { Imports } from './readHouse'

/** A way that leads back to where it began, as rooms; undefined when there is none. */
export function circleIn(imports: Imports): string[] | undefined {
  const done = new Set<string>()
  const visit = (room: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room]
    if (done.has(room)) return undefined
    for (const next of imports.get(room) ?? []) {
      const found = visit(next, [...way, room])
      if (found) return found
    }
    done.add(room)
    return undefined
  }
  for (const room of imports.keys()) {
    const found = visit(room, [])
    if (found) return found
  }
  return undefined
}

/** Rooms by floor, the ground first: each stands above everything it imports. Throws where rooms import one another in a circle. */
export function floorsOf(imports: Imports): string[][] {
  const circle = circleIn(imports)
  if (circle) throw new Error(`a circle of rooms: ${circle.join(' → ')}`)
  const floors = new Map<string, number>()
  const floorOf = (room: string): number => {
    const known = floors.get(room)
    if (known !== undefined) return known
    const floor = Math.max(-1, ...[...(imports.get(room) ?? [])].map(floorOf)) + 1
    floors.set(room, floor)
    return floor
  }
  const house: string[][] = []
  for (const room of [...imports.keys()].sort()) (house[floorOf(room)] ??= []).push(room)
  return house
}

/** Only the arrows that no longer way says already: a → c goes where a → b → c stands. */
export function shortest(imports: Imports): [from: string, to: string][] {
  const reach = (room: string): Set<string> => {
    const all = new Set<string>()
    for (const next of imports.get(room) ?? []) [next, ...reach(next)].forEach((one) => all.add(one))
    return all
  }
  return [...imports].flatMap(([from, direct]) =>
    [...direct]
      .filter((to) => ![...direct].some((other) => other !== to && reach(other).has(to)))
      .map((to): [string, string] => [from, to]),
  )
}
