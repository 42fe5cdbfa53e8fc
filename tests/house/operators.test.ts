import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The local query engine is frozen: it holds what the product asks of it, and grows only when the product asks for more (decision 6). */
const read = (folder: string, isOne: (file: string) => boolean): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isOne)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')

const code = read('cloudfunctions', (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
const cases = read('emulator/database/cases', (file) => file.endsWith('.cases.ts'))
const decision = readFileSync('docs/decisions/0006-a-query-engine-of-our-own.md', 'utf8')

/** As the SDK says it, where MongoDB calls it otherwise. */
const calledOtherwise: Record<string, string> = { neq: 'ne', remove: 'unset' }
const names = (pattern: RegExp): string[] =>
  [...code.matchAll(pattern)].map(([, name = '']) => `$${calledOtherwise[name] ?? name}`)

const stages = [
  'match',
  'group',
  'lookup',
  'project',
  'sort',
  'limit',
  'skip',
  'unwind',
  'addFields',
  'count',
]
const rare = ['replaceRoot', 'sample', 'facet', 'bucket', 'bucketAuto', 'sortByCount', 'geoNear']
const asked = new Set([
  ...names(/\bcommand\.(?!aggregate\b)(\w+)/g),
  ...names(/(?<![\w$])\$\.(\w+)\(/g),
  // Those of a pipeline stand at the beginning of a line, or right behind `.aggregate()`.
  ...names(new RegExp(`^\\s+\\.(${[...stages, ...rare].join('|')})\\(`, 'gm')).filter(
    (name) => name !== '$count',
  ),
])

const listed = new Set(
  [
    ...(/## What the product asks of it\n([\s\S]*?)\n## /.exec(decision)?.[1] ?? '').matchAll(/`(\$\w+)`/g),
  ].map(([, name]) => name),
)

test('decision 6 lists what the functions ask of the database, and nothing that they do not', () => {
  expect([...asked].sort()).toEqual([...listed].sort())
})

test.each([...asked])('%s has cases written from the manual', (name) => {
  expect(cases.includes(`${name}:`) || cases.includes(`'${name}'`)).toBe(true)
})
