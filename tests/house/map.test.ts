import { readFileSync } from 'node:fs'
import { drawMap } from '../../scripts/map/drawMap'
import { circleIn, floorsOf, shortest } from '../../scripts/map/floorsOf'
import { parts } from '../../scripts/map/parts'
import { readHouse } from '../../scripts/map/readHouse'

const imports = (arrows: Record<string, string[]>) =>
  new Map(Object.entries(arrows).map(([from, to]) => [from, new Set(to)]))

test('the picture of the house is that of the code (npm run map)', () => {
  expect(readFileSync('docs/map.svg', 'utf8')).toBe(drawMap())
})

test.each(Object.entries(parts))('no room of the %s leads back up to one that leads to it', (_name, part) => {
  expect(circleIn(readHouse(part))).toBeUndefined()
})

test('a circle is found and named, and has no floors', () => {
  const circle = imports({ a: ['b'], b: ['c'], c: ['b'] })
  expect(circleIn(circle)).toEqual(['b', 'c', 'b'])
  expect(() => floorsOf(circle)).toThrow('b → c → b')
})

test('a room stands above everything it imports, and an arrow that a longer way says already is not drawn', () => {
  const house = imports({ roof: ['wall', 'ground'], wall: ['ground'], ground: [] })
  expect(floorsOf(house)).toEqual([['ground'], ['wall'], ['roof']])
  expect(shortest(house)).toEqual([
    ['roof', 'wall'],
    ['wall', 'ground'],
  ])
})
