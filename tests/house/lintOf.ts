import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Planted {
  /** Where the code lies, a path from the root: what is forbidden depends on it. */
  place: string
  code: string
}

interface Report {
  diagnostics: { code?: string; filename: string }[]
}

/** `eslint(no-var)` as the configuration names it: `no-var`. */
function named(code: string): string {
  const [, plugin = '', rule = ''] = /^([\w-]+)\(([\w-]+)\)$/.exec(code) ?? []
  if (plugin === 'eslint') return rule
  return `${plugin.replace(/^react-hooks$/, 'react')}/${rule}`
}

/** The rules that each piece of code breaks, by the project's own configuration and in one run: the types are read once. */
export function lintOf(planted: readonly Planted[]): string[][] {
  const house = mkdtempSync(path.join(tmpdir(), 'lint-'))
  try {
    for (const file of ['.oxlintrc.json', 'tsconfig.json', 'config/lint']) {
      cpSync(file, path.join(house, file), { recursive: true })
    }
    symlinkSync(path.resolve('node_modules'), path.join(house, 'node_modules'))
    const files = planted.map(({ place, code }, i) => {
      const { dir, name, ext } = path.parse(place)
      const file = path.join(dir, `${i}${name}${ext}`)
      mkdirSync(path.join(house, dir), { recursive: true })
      // Each is a module of its own, or the names of one would clash with those of the next.
      writeFileSync(path.join(house, file), /\.tsx?$/.test(ext) ? `${code}\nexport {}\n` : `${code}\n`)
      return file
    })
    const folders = new Set(files.map((file) => file.split(path.sep)[0] ?? ''))
    const program = path.resolve('node_modules/oxlint/bin/oxlint')
    const { stdout, stderr } = spawnSync(process.execPath, [program, '--format=json', ...folders], {
      cwd: house,
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    if (!stdout.trimStart().startsWith('{')) throw new Error(stdout + stderr)
    const { diagnostics } = JSON.parse(stdout) as Report
    return files.map((file) =>
      diagnostics
        .filter(({ filename }) => path.normalize(filename) === file)
        .map(({ code = '' }) => named(code)),
    )
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

/** The rules that the configuration turns on, wherever. */
export function rulesOn(): string[] {
  const { rules, overrides } = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as {
    rules: Record<string, unknown>
    overrides: { rules?: Record<string, unknown> }[]
  }
  const all = [rules, ...overrides.map((one) => one.rules ?? {})].flatMap(Object.entries)
  return [...new Set(all.filter(([, how]) => how !== 'off').map(([name]) => name))]
}
