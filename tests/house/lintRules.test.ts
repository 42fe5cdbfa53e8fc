import { readFileSync } from 'node:fs'
import { lintOf, rulesOn } from './lintOf'

/** Long code by its name: `FUNCTION 41` has 41 lines, `FILE 301` as well. */
function written(code: string): string {
  const [, what, lines] = /^(FUNCTION|FILE) (\d+)$/.exec(code) ?? []
  if (!what) return code
  const line = 'console.log(1)\n'
  return what === 'FILE'
    ? line.repeat(Number(lines) - 1).trimEnd()
    : `export function f() {\n${line.repeat(Number(lines) - 2)}}`
}

/** lintFaults.txt: a rule of the lint, where the code lies, and code that breaks it. */
const faults = readFileSync('tests/house/lintFaults.txt', 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((text) => {
    const [head = '', ...code] = text.trimEnd().split('\n')
    const [rule = '', place = 'scripts/x.ts'] = head.split(' in ')
    return { rule, place, code: written(code.join('\n')) }
  })

const allowed = [
  ['domain/time/x.ts', 'export const a = (ms: number) => new Date(ms)'],
  ['domain/time/x.ts', 'export const a = (entry: { at: number }) => entry.at'],
  ['domain/time/x.ts', written('FUNCTION 40')],
  ['domain/time/x.test.ts', 'export const a = () => Date.now()'],
  ['cloudfunctions/lib/people/x.ts', 'export const a = (ms: number) => new Date(ms)'],
  ['src/platform/x.ts', 'export const a = () => Date.now()'],
  ['src/platform/x.ts', written('FILE 300')],
  ['domain/time/x.ts', 'export const f = (a: { periodKey: string }, key: string) => a.periodKey === key'],
  [
    'cloudfunctions/lib/people/x.ts',
    'export const f = (memberIds: string[], _id: string) => memberIds.includes(_id)',
  ],
  ['tests/cloud/x.ts', 'export const f = (a?: { b: string }) => a!.b'],
] as const

const found = lintOf([...faults, ...allowed.map(([place, code]) => ({ place, code }))])

it.each(faults.map(({ rule, place, code }, i) => [rule, place, code, i] as const))(
  '%s is found in %s: %s',
  (rule, _place, _code, i) => {
    expect(found[i]).toContain(rule)
  },
)

it.each(allowed.map(([place, code], i) => [place, code, faults.length + i] as const))(
  '%s may say: %s',
  (_place, _code, i) => {
    expect(found[i]).toEqual([])
  },
)

test('every rule that is on has a fault that shows it at work', () => {
  const shown = new Set(faults.map(({ rule }) => rule))
  expect(rulesOn().filter((rule) => !shown.has(rule))).toEqual([])
})
