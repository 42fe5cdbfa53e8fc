import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { documentNamedIn, isReadInFull } from '@domain/duty/sources'

const loose = [/五分之四/, /56 学时/, /按季交纳/, /不计入的（/, /不在原支部应到之列/]
const mayLean = new RegExp(['条例', '细则', '规则', ...loose.map(({ source }) => source)].join('|'))

/** Every text of the product's own code that may reach a person: strings, templates as a whole, words between tags. No comments. */
function textsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8')
  // Most files have nothing to say here and need not be parsed.
  if (!mayLean.test(code)) return []
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) texts.push(node.getText())
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node))
      texts.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return texts
}

/** The table of documents is where they are named and marked. */
const table = path.join('domain', 'duty', 'sources.ts')
const files = ['src', 'domain', 'cloudfunctions']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const all = files.flatMap((file) => textsOf(file).map((text) => ({ file, text })))
const outsideTable = all.filter(({ file }) => file !== table)
const rule = /[一-龥]{2,}(条例|细则|学习规则)/

test('a text that leans on a document not read in full says 依据待核', () => {
  const silent = outsideTable.filter(({ text }) => {
    const document = documentNamedIn(text)
    return document && !isReadInFull(document) && !text.includes('依据待核')
  })
  expect(silent).toEqual([])
})

test('no text names a party rule that the table of documents does not know', () => {
  const named = outsideTable.filter(({ text }) => rule.test(text))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(({ text }) => !documentNamedIn(text))).toEqual([])
})

test('what was read in part or elsewhere and is said without naming the document is marked as well', () => {
  const said = loose.map((words) => all.filter(({ text }) => words.test(text)))
  expect(said.filter((list) => list.length === 0)).toEqual([])
  expect(said.flat().filter(({ text }) => !/依据待核|先问上级/.test(text))).toEqual([])
})
