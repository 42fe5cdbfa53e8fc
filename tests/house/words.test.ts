import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A closed set of words stands once, as a schema or a list, and its type is inferred: here two places that say the same set are found. */
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$|(^|\/)testing\//.test(file))
const files = ['domain', 'cloudfunctions', 'src'].flatMap(below)

const literal = (node: ts.Node): string | undefined => {
  if (ts.isLiteralTypeNode(node)) return ts.isStringLiteral(node.literal) ? node.literal.text : undefined
  return ts.isStringLiteral(node) ? node.text : undefined
}

/** Whether the words are keys of a type, or part of a set that is named there: no set of their own. */
const namesFields = ({ parent }: ts.Node): boolean =>
  (ts.isTypeReferenceNode(parent) && /^(Pick|Omit|Extract|Exclude)$/.test(parent.typeName.getText())) ||
  (ts.isVariableDeclaration(parent) && /fields$/i.test(parent.name.getText())) ||
  // Lists of fields put together, as a page of a reading names them.
  ts.isSpreadElement(parent) ||
  (ts.isParenthesizedExpression(parent) && ts.isSpreadElement(parent.parent))

/** The words a node closes: a union of literals, a picklist, a list `as const`; undefined: it is none of these, or of fewer than two words. */
function wordsOf(node: ts.Node): string[] | undefined {
  if (namesFields(node)) return undefined
  let members: readonly ts.Node[] = []
  if (ts.isUnionTypeNode(node))
    // `'a' | 'b' | null` closes a and b.
    members = node.types.filter(
      (type) => type.kind !== ts.SyntaxKind.UndefinedKeyword && !/^(null|undefined)$/.test(type.getText()),
    )
  else if (ts.isCallExpression(node) && /^v\.picklist$/.test(node.expression.getText())) {
    const [list] = node.arguments
    if (list && ts.isArrayLiteralExpression(list)) members = list.elements
  } else if (ts.isAsExpression(node) && node.type.getText() === 'const') {
    if (ts.isArrayLiteralExpression(node.expression)) members = node.expression.elements
  }
  const words = members.map(literal)
  return words.length > 1 && words.every((word) => word !== undefined) ? words : undefined
}

function setsIn(file: string, text: string): { words: string; at: string }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: { words: string; at: string }[] = []
  const look = (node: ts.Node): void => {
    const words = ts.isSourceFile(node) ? undefined : wordsOf(node)
    if (words) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push({ words: [...words].sort().join(' '), at: `${file}:${line + 1}` })
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

/** Sets that several places say, with where each stands. */
function saidTwice(texts: Record<string, string>): Record<string, string[]> {
  const places = new Map<string, string[]>()
  for (const [file, text] of Object.entries(texts))
    for (const { words, at } of setsIn(file, text)) places.set(words, [...(places.get(words) ?? []), at])
  return Object.fromEntries([...places].filter(([, all]) => all.length > 1))
}

test('no closed set of words is said in two places: schema, stored row, rule and page share one', () => {
  expect(saidTwice(Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')])))).toEqual({})
})

test.each([
  [
    'a schema and a type',
    "const way = v.picklist(['scan', 'paper'])",
    "interface A { way: 'paper' | 'scan' }",
  ],
  ['two types', "type A = 'scan' | 'paper'", "const f = (way: 'scan' | 'paper' | null) => way"],
  ['a list and a schema', "const ways = ['scan', 'paper'] as const", "v.picklist(['scan', 'paper'])"],
])('%s that say the same are found', (_, one, other) => {
  expect(saidTwice({ 'a.ts': one, 'b.ts': other })).toEqual({ 'paper scan': ['a.ts:1', 'b.ts:1'] })
})

test.each([
  ['keys of a row that is read in part', "type A = Pick<Row, 'a' | 'b'>", "type B = Omit<Row, 'a' | 'b'>"],
  ['fields to read', "const fields = ['a', 'b'] as const", "type A = Pick<Row, 'a' | 'b'>"],
  ['a part of a set that is named', "type A = Extract<Way, 'a' | 'b'>", "type B = 'a' | 'b' | 'c'"],
])('%s are no set of their own', (_, one, other) => {
  expect(saidTwice({ 'a.ts': one, 'b.ts': other })).toEqual({})
})
