import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { resolve } from './readHouse'

/** The files of ours that somebody has to open to read one to its ground: whatever it imports, types too, and what those import. Itself among them. */
export function reachedFrom(start: string): string[] {
  const found = new Set([start])
  const open = [start]
  for (let file = open.pop(); file !== undefined; file = open.pop())
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
      const target = resolve(file, fileName)
      if (target === undefined || found.has(target)) continue
      found.add(target)
      open.push(target)
    }
  return [...found].sort()
}
