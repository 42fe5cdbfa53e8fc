import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** Folders whose rooms are drawn, and how deep a room lies in each: below that everything is one room. */
export interface Part {
  root: string
  /** The room a file of this part is in; the path is from the root of the part. */
  roomOf: (file: string) => string
}

/** Room → rooms it imports. */
export type Imports = Map<string, Set<string>>

const aliases: Record<string, string> = { '@domain/': 'domain/', '@cloud/': 'cloudfunctions/', '@/': 'src/' }

const isCode = (file: string): boolean =>
  /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|(^|\/)testing\//.test(file)

function filesBelow(root: string): string[] {
  const all = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return all
    .map((file) => file.split(path.sep).join('/'))
    .filter(isCode)
    .sort()
}

/** The file of ours that a specifier names, from the root of the repository; undefined for a package. */
export function resolve(from: string, specifier: string): string | undefined {
  const alias = Object.keys(aliases).find((prefix) => specifier.startsWith(prefix))
  const base = alias
    ? (aliases[alias] ?? '') + specifier.slice(alias.length)
    : path.posix.join(path.posix.dirname(from), specifier)
  if (!alias && !specifier.startsWith('.')) return undefined
  return ['', '.ts', '.tsx'].map((end) => base + end).find((file) => isCode(file) && existsSync(file))
}

/** The rooms of a part of the repository and who imports whom, types too: a room that only names another's types leans on it all the same. */
export function readHouse({ root, roomOf }: Part): Imports {
  const imports: Imports = new Map()
  for (const file of filesBelow(root)) {
    const text = readFileSync(path.join(root, file), 'utf8')
    const room = roomOf(file)
    const known = imports.get(room) ?? new Set()
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const target = resolve(path.posix.join(root, file), fileName)
      if (!target?.startsWith(`${root}/`)) continue
      const other = roomOf(target.slice(root.length + 1))
      if (other !== room) known.add(other)
    }
    imports.set(room, known)
  }
  return imports
}
