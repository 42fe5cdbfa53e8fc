import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/**
 * The compiler takes an object for an instance of a class that it merely resembles, unless the class has a private member: then only what the
 * constructor made passes. So the compiler itself refuses what a rule of the lint would have to read all types for.
 */
const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected

function isNominal(node: ts.ClassLikeDeclaration): boolean {
  const isHidden = (one: ts.Declaration) => (ts.getCombinedModifierFlags(one) & hidden) !== 0
  const hides = node.members.some(
    (one) =>
      isHidden(one) ||
      (one.name !== undefined && ts.isPrivateIdentifier(one.name)) ||
      (ts.isConstructorDeclaration(one) && one.parameters.some(isHidden)),
  )
  // Nothing but an error of its own kind has its name or its code.
  const isError = node.heritageClauses?.some(({ types }) => types[0]?.expression.getText() === 'Error')
  return hides || (isError === true && node.members.length > 0)
}

/** The classes of a text that others may ask for and that a mere look-alike would satisfy. */
function lookalikes(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const isShared = (node: ts.ClassLikeDeclaration) =>
    (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0
  return source.statements.flatMap((node) =>
    ts.isClassDeclaration(node) && isShared(node) && !isNominal(node)
      ? [`${file} ${node.name?.text ?? ''}`]
      : [],
  )
}

const files = ['src', 'domain', 'cloudfunctions', 'emulator', 'scripts', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
)
/** Stands in for the platform's own, which is an interface. */
const platform = ['src/polyfills/abortController.ts AbortController']

test('an object that merely looks like an instance of a shared class does not pass for one', () => {
  const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const)
  const found = texts
    .filter(([, text]) => text.includes('class '))
    .flatMap(([file, text]) => lookalikes(file, text))
  expect(found).toEqual(platform)
})

test.each([
  ['export class A { a = 1 }', 1],
  ['export class A extends Error {}', 1],
  ['export class A { private a = 1 }', 0],
  ['export class A { #a = 1 }', 0],
  ['export class A { constructor(private readonly a: number) {} }', 0],
  ["export class A extends Error { override readonly name = 'A' }", 0],
])('%s: %i that a look-alike would satisfy', (text, count) => {
  expect(lookalikes('x.ts', text)).toHaveLength(count)
})
