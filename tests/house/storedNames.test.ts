import path from 'node:path'
import { ESLint } from 'eslint'

/** Names leave by one function: reading one elsewhere in the cloud is an error of the lint, through whatever type the row is read. */
const file = path.resolve('cloudfunctions/lib/progress/memberRow.ts')
const imports = `import type { Member } from '@domain/org/member'
import type { Nameable } from '../views/Names'
`

async function broken(code: string): Promise<(string | null)[]> {
  const eslint = new ESLint({
    overrideConfig: { rules: {} },
    ruleFilter: ({ ruleId }) => ruleId === 'house/stored-names',
  })
  const [result] = await eslint.lintText(imports + code, { filePath: file })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

test.each([
  ['directly', 'export const f = (member: Member) => ({ name: member.name })'],
  [
    'of a row read in part',
    "export const f = (rows: Pick<Member, '_id' | 'name'>[]) => rows.map((one) => one.name)",
  ],
  ['of what may be missing', 'export const f = (one: Nameable | undefined) => one?.name ?? ""'],
  ['taken apart', 'export const f = ({ name }: Member) => name'],
  [
    'taken apart under another word',
    'export const f = (one: Nameable) => { const { name: who } = one; return who }',
  ],
])(
  'a stored name read %s does not pass the lint',
  async (_, code) => {
    expect(await broken(code)).toEqual(['house/stored-names'])
  },
  60_000,
)

test('names of other things are free, and so is a name that Names has given', async () => {
  const code = `import type { Names } from '../views/Names'
import type { Organisation } from '@domain/org/organisation'
export const f = (names: Names, one: Nameable, { name }: Organisation) => ({ name: names.of(one), branch: { name }.name })`
  expect(await broken(code)).toEqual([])
}, 60_000)
