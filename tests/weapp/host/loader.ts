import { readFileSync } from 'node:fs'
import path from 'node:path'

type Loaded = { exports: unknown }

/**
 * Runs the files of a build as WeChat does: each once, with `require` between them and only the given names in sight. `onRead` hears the
 * bytes of each.
 */
export function createLoader(
  scope: () => Record<string, unknown>,
  onRead: (bytes: number) => void,
): (file: string) => unknown {
  const loaded = new Map<string, Loaded>()

  return function load(file: string): unknown {
    const full = file.endsWith('.js') ? file : `${file}.js`
    const before = loaded.get(full)
    if (before) return before.exports
    const module: Loaded = { exports: {} }
    loaded.set(full, module)
    const names = { ...scope(), module, exports: module.exports, require: relative(full, load) }
    const script = readFileSync(full, 'utf8')
    onRead(Buffer.byteLength(script))
    // oxlint-disable-next-line typescript/no-implied-eval
    const body = new Function(...Object.keys(names), `${script}\n//# sourceURL=${full}`)
    body(...Object.values(names))
    return module.exports
  }
}

const relative = (from: string, load: (file: string) => unknown) => (name: string) =>
  load(path.resolve(path.dirname(from), name))
