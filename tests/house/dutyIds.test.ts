import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { activityKind } from '@domain/contract/words'
import { defaultDuties } from '@domain/duty/defaultDuties'

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^domain\/testing\//.test(file))
const files = ['src', 'domain', 'cloudfunctions'].flatMap(below)

/** The table itself. */
const rows = /^domain\/duty\/(member|branch)Duties\.ts$/
const ids = new Set(defaultDuties.map(({ id }) => id))
/** Words that mean something else as well: a kind of activity, a row of the audit (党费). */
const shared = new Set<string>([...activityKind.options, 'dues'])
const namesADuty = /(^|\.)(dutyId|id)$/

/** What the literal is held against, given to or looked up in; absent: none of these. */
function heldAgainst(node: ts.Node): string | undefined {
  const { parent } = node
  if (ts.isBinaryExpression(parent)) return (parent.left === node ? parent.right : parent.left).getText()
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) return parent.name.getText()
  if (ts.isCaseClause(parent)) return parent.parent.parent.expression.getText()
  if (ts.isCallExpression(parent) && /^v\.literal$/.test(parent.expression.getText())) return 'id'
  if (ts.isAsExpression(parent) || ts.isParenthesizedExpression(parent)) return heldAgainst(parent)
  // ['dues', …].includes(dutyId)
  if (ts.isArrayLiteralExpression(parent) && ts.isPropertyAccessExpression(parent.parent)) {
    const call = parent.parent.parent
    return ts.isCallExpression(call) ? call.arguments[0]?.getText() : undefined
  }
  return undefined
}

/** Whether a node of the text says a rule by its id: a word that is nothing but one, one put beside an id, or one that begins a natural key. */
function isDutyByName(node: ts.Node): boolean {
  if (ts.isTemplateHead(node)) return ids.has(node.text.replace(/_$/, ''))
  const isKey = ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node
  if (!isKey && !ts.isStringLiteralLike(node)) return false
  if (!ids.has(node.text)) return false
  return !shared.has(node.text) || namesADuty.test(heldAgainst(node) ?? '')
}

function dutiesByName(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (isDutyByName(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file}:${line + 1} ${node.getText()}`)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

test('no page, function or rule names a duty by its id: what it asks for is a property of the row', () => {
  const named = files
    .filter((file) => !rows.test(file))
    .flatMap((file) => dutiesByName(file, readFileSync(file, 'utf8')))
  expect(named).toEqual([])
})

test.each([
  `if (dutyId === 'dues') return`,
  `const isOne = duties.find(({ id }) => id === 'theme_party_day')`,
  `const words: Record<string, string> = { household_visit: '走访' }`,
  `const order = ['branch_study']`,
  `const request = v.literal('community_service')`,
  `const fact = { dutyId: 'dues' }`,
  'const key = `dues_${memberId}`',
  `switch (line.dutyId) { case 'community_service': break }`,
  `const has = ['dues', 'community_service'].includes(dutyId)`,
])('a duty named by its id is found: %s', (text) => {
  expect(dutiesByName('x.ts', text)).not.toEqual([])
})

test.each([
  `const isService = activity.kind === 'community_service'`,
  `const kinds = counts.kinds.includes('theme_party_day')`,
  `const row = { 'deed.tick': ['dues'] }`,
])('a kind of activity or an audit row of the same word is none: %s', (text) => {
  expect(dutiesByName('x.ts', text)).toEqual([])
})

test('no page has the table of duties compiled in: answers carry the rules in force', () => {
  const compiledIn = files.filter(
    (file) =>
      file.startsWith('src/') &&
      /from '.*\/duty\/(default|member|branch)Duties'/.test(readFileSync(file, 'utf8')),
  )
  expect(compiledIn).toEqual([])
})
