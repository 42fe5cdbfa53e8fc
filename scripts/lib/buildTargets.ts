import { rmSync } from 'node:fs'
import { buildCloud } from '../buildCloud'
import { run } from './run'
import { h5FirstLoad, weappPackages } from './sizes'
import { isFresh, stamped, type Target } from './stamp'

const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`

// The bundler redraws a progress bar; what went wrong comes after it.
function withoutProgress(output: string): string {
  const at = output.lastIndexOf('Errors:')
  return at < 0 ? output : output.slice(at)
}

async function buildClient(type: 'weapp' | 'h5'): Promise<string[]> {
  rmSync(`dist/${type}`, { recursive: true, force: true })
  // The runner of the tests sets NODE_ENV=test; what is tested is the production build.
  const { code, output } = await run('taro', ['build', '--type', type, '--no-check'], {
    env: { NODE_ENV: 'production', BABEL_ENV: 'production', CI: '1' },
  })
  if (code !== 0 || /compiled with .*\d+ error|Compiled with \d+ error/i.test(output)) {
    throw new Error(`the ${type} build failed:\n${withoutProgress(output)}`)
  }
  if (type === 'h5') {
    const { entry, everything } = h5FirstLoad()
    return [`h5: first load ${kb(entry)} gzip, all code ${kb(everything)} gzip`]
  }
  return Object.entries(weappPackages()).map(([name, bytes]) => `weapp package ${name}: ${kb(bytes)}`)
}

const builders: Record<Target, () => Promise<string[]>> = {
  cloud: buildCloud,
  weapp: () => buildClient('weapp'),
  h5: () => buildClient('h5'),
}

/** Builds the targets side by side and prints what each weighs; throws with the output of a build that failed. */
export async function buildTargets(
  targets: readonly Target[],
  log: (line: string) => void = console.log,
): Promise<void> {
  const results = await Promise.allSettled(
    targets.map((target) =>
      stamped(target, async () => {
        const started = Date.now()
        const lines = await builders[target]()
        log(`${lines.join('\n')}\nbuilt ${target} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
      }),
    ),
  )
  const failures = results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as Error).message] : [],
  )
  if (failures.length > 0) throw new Error(failures.join('\n'))
}

/** Builds what is missing or older than its sources. */
export async function buildStale(targets: readonly Target[], log?: (line: string) => void): Promise<void> {
  await buildTargets(
    targets.filter((target) => !isFresh(target)),
    log,
  )
}
