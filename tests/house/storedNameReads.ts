import { readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const root = process.cwd()
const lib = path.join(root, 'cloudfunctions', 'lib')
const declared = path.join(root, 'domain', 'org', 'member.ts')

/** Where the name of a stored member is declared: reading it through a Pick or a partial row leads here all the same. */
const isStoredName = (symbol: ts.Symbol | undefined) =>
  symbol?.declarations?.some(
    ({ parent }) =>
      ts.isInterfaceDeclaration(parent) &&
      parent.name.text === 'Member' &&
      path.normalize(parent.getSourceFile().fileName) === declared,
  ) ?? false

function programOf(planted: ReadonlyMap<string, string>): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)) as {
    config: unknown
  }
  const { options } = ts.parseJsonConfigFileContent(
    { ...(config as object), files: [], include: [] },
    ts.sys,
    root,
  )
  const host = ts.createCompilerHost(options, true)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (file, how) => {
    const text = planted.get(path.relative(root, file))
    return text === undefined ? read(file, how) : ts.createSourceFile(file, text, how, true)
  }
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(lib, file))
  const names = [...files, ...[...planted.keys()].map((file) => path.join(root, file))]
  // What the names are read for is seen without the types of the page and of jest.
  return ts.createProgram(names, { ...options, lib: ['lib.es2020.d.ts'], types: ['node'] }, host)
}

/** The word `name` of a stored member where this node reads it, as `member.name` or taken apart. */
function readBy(node: ts.Node, checker: ts.TypeChecker): ts.Node | undefined {
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'name')
    return isStoredName(checker.getSymbolAtLocation(node.name)) ? node.name : undefined
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const word = node.propertyName ?? node.name
    if (!ts.isIdentifier(word) || word.text !== 'name') return undefined
    const whole = checker.getApparentType(checker.getTypeAtLocation(node.parent))
    return isStoredName(whole.getProperty('name')) ? word : undefined
  }
  return undefined
}

const excuse = /\/\/ stored name: \S/
const whole = /^\/\* stored names: \S/

/**
 * The places in cloudfunctions/lib that read the name of a stored member, as `file:line` from 1, and those whose excuse, on the line before
 * (`// stored name: why`) or on top of a file, excuses nothing.
 */
export function storedNameReads(planted: ReadonlyMap<string, string> = new Map()) {
  const program = programOf(planted)
  const checker = program.getTypeChecker()
  const reads: string[] = []
  const idle: string[] = []
  for (const source of program
    .getSourceFiles()
    .filter(({ fileName }) => path.normalize(fileName).startsWith(lib))) {
    const lines = source.text.split('\n')
    const excused = new Set(lines.flatMap((line, i) => (excuse.test(line) ? [i] : [])))
    const used = new Set<number>()
    const at = (line: number) => `${path.relative(root, source.fileName)}:${line + 1}`
    const found: number[] = []
    const look = (node: ts.Node): void => {
      const read = readBy(node, checker)
      if (read) found.push(source.getLineAndCharacterOfPosition(read.getStart(source)).line)
      ts.forEachChild(node, look)
    }
    look(source)
    if (whole.test(source.text)) {
      if (found.length === 0) idle.push(at(0))
      continue
    }
    for (const line of found) {
      if (excused.has(line - 1)) used.add(line - 1)
      else reads.push(at(line))
    }
    idle.push(...[...excused].filter((line) => !used.has(line)).map(at))
  }
  return { reads, idle }
}
