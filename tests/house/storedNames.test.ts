import { storedNameReads } from './storedNameReads'

/** A stored member’s name goes into an answer through lib/entry/Names alone, which knows who may read it and notes the look. */
const file = 'cloudfunctions/lib/counting/progress/planted.ts'
const imports = `import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import type { Nameable } from '../../store/readPeople'
import type { Names } from '../../entry/Names'
`

/** One line of code each. */
const forbidden = [
  ['directly', 'export const a = (member: Member) => ({ name: member.name })'],
  [
    'of a row read in part',
    "export const b = (rows: Pick<Member, '_id' | 'name'>[]) => rows.map((one) => one.name)",
  ],
  ['of what may be missing', "export const c = (one: Nameable | undefined) => one?.name ?? ''"],
  ['taken apart', 'export const d = ({ name }: Member) => name'],
  [
    'taken apart under another word',
    'export const e = (one: Nameable) => { const { name: who } = one; return who }',
  ],
] as const
const free = [
  ['that Names has given', 'export const f = (names: Names, one: Nameable) => ({ name: names.of(one) })'],
  ['of an organisation', 'export const g = ({ name }: Organisation, of: Organisation) => name + of.name'],
] as const
const all = [...forbidden, ...free]
const excused = ['// stored name: one’s own', 'export const h = (member: Member) => member.name']
const idle = ['// stored name: excuses nothing', 'export const i = 1']

// One program for all: reading the types takes seconds.
const code = [...all.map(([, line]) => line), ...excused, ...idle].join('\n')
const found = storedNameReads(new Map([[file, imports + code]]))
/** `line` counts from 0 after the imports. */
const placed = (line: number) => `${file}:${line + imports.split('\n').length}`
const isPlanted = (at: string) => at.startsWith(file)

test.each(forbidden.map(([how], line) => [how, line] as const))(
  'a stored name read %s is found',
  (_, line) => {
    expect(found.reads).toContain(placed(line))
  },
)

test.each(free.map(([what], i) => [what, forbidden.length + i] as const))('a name %s is free', (_, line) => {
  expect(found.reads).not.toContain(placed(line))
})

test('a line before says why a stored name is read, and excuses that line alone', () => {
  expect(found.reads).not.toContain(placed(all.length + 1))
  expect(found.idle.filter(isPlanted)).toEqual([placed(all.length + 2)])
})

test('no function puts a stored name into an answer but through Names, or says why it may', () => {
  expect(found.reads.filter((at) => !isPlanted(at))).toEqual([])
})

test('no excuse for reading a stored name outlives the reading', () => {
  expect(found.idle.filter((at) => !isPlanted(at))).toEqual([])
})
