import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(file) : [file]
  })
}

/** KB a package may weigh, inclusive: every phone waits for the main one before it sees anything. */
export const packageBudget = (name: string) => (name === 'main' ? 550 : name === 'secretary' ? 220 : 200)

/** Bytes of a weapp build by package, as WeChat counts them: `{ main: 380000, 'secretary': 21000 }`. */
export function weappPackages(dist = path.join('dist', 'weapp')): Record<string, number> {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
    subpackages?: { root: string }[]
  }
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const sizes: Record<string, number> = { main: 0, ...Object.fromEntries(roots.map((root) => [root, 0])) }
  for (const file of filesBelow(dist)) {
    const inside = path.relative(dist, file).split(path.sep).join('/')
    // WeChat does not upload licence notes and source maps.
    if (/\.(LICENSE\.txt|map)$/.test(inside)) continue
    const owner = roots.find((root) => inside.startsWith(`${root}/`)) ?? 'main'
    sizes[owner] = (sizes[owner] ?? 0) + statSync(file).size
  }
  return sizes
}

export interface FirstLoad {
  /** Gzipped bytes of index.html and every script and style it names, the font excepted. */
  entry: number
  /** The same plus the largest asynchronous chunks together: an upper bound of what a first page can ask for. */
  everything: number
}

/** What a browser loads before the first page of the h5 build. */
export function h5FirstLoad(dist = path.join('dist', 'h5')): FirstLoad {
  const gzipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length
  const html = path.join(dist, 'index.html')
  if (!existsSync(html)) throw new Error(`${html} is missing: npm run build:h5`)
  const named = [...readFileSync(html, 'utf8').matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.(?:js|css))"/g)]
    .map((match) => match[1] ?? '')
    .filter((file) => !file.startsWith('font/'))
  const code = filesBelow(dist).filter((file) => /\.(js|css)$/.test(file) && !/[\\/]font[\\/]/.test(file))
  const page = gzipped(html)
  return {
    entry: named.reduce((sum, file) => sum + gzipped(path.join(dist, file)), page),
    everything: code.reduce((sum, file) => sum + gzipped(file), page),
  }
}
