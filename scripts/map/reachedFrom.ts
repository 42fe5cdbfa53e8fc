import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { resolve } from './readHouse'

const isErased = ({ importClause }: ts.ImportDeclaration): boolean => {
  if (!importClause) return false
  const { namedBindings, name } = importClause
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  )
}

/** What a file loads: an import of types alone is gone when it runs. */
function loadedBy(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap((one) => {
    if (!ts.isImportDeclaration(one) || isErased(one) || !ts.isStringLiteral(one.moduleSpecifier)) return []
    return resolve(file, one.moduleSpecifier.text) ?? []
  })
}

/** The files of ours that have to be loaded, and read, for some to be understood to the ground; themselves among them. */
export function reachedFrom(starts: readonly string[]): string[] {
  const found = new Set(starts)
  const open = [...starts]
  for (let file = open.pop(); file !== undefined; file = open.pop())
    for (const target of loadedBy(file)) {
      if (found.has(target)) continue
      found.add(target)
      open.push(target)
    }
  return [...found].sort()
}
