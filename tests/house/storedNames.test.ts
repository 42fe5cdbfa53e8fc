import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** Names leave by one function: reading one elsewhere in the cloud is an error of the lint, through whatever type the row is read. */
const file = 'cloudfunctions/lib/counting/progress/memberRow.ts'
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

/** The lines of the file, from 0 after its imports, in which the lint finds a stored name. One run for all: reading the types takes seconds. */
let found: number[] = []
beforeAll(() => {
  const program = path.resolve('node_modules/eslint/bin/eslint.js')
  const code = [...forbidden, ...free].map(([, line]) => line).join('\n')
  const { stdout } = spawnSync(
    process.execPath,
    [program, '--stdin', '--stdin-filename', file, '--format', 'json'],
    { input: imports + code, encoding: 'utf8' },
  )
  const [result] = JSON.parse(stdout) as { messages: { ruleId: string; line: number }[] }[]
  const first = imports.split('\n').length
  found = (result?.messages ?? []).flatMap(({ ruleId, line }) =>
    ruleId === 'house/stored-names' ? line - first : [],
  )
})

test.each(forbidden.map(([how], line) => [how, line] as const))(
  'a stored name read %s does not pass the lint',
  (_, line) => {
    expect(found).toContain(line)
  },
)

test.each(free.map(([what], i) => [what, forbidden.length + i] as const))('a name %s is free', (_, line) => {
  expect(found).not.toContain(line)
})
