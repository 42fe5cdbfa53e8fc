import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { type Figure, figure } from '../lib/figure'
import type { measureYear } from './measureYear'

/** As the functions are built for the cloud: the loader of these scripts makes every function slower. */
async function asDeployed(): Promise<{ measureYear: typeof measureYear }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'evaluate-'))
  const outfile = path.join(folder, 'measureYear.cjs')
  await build({
    entryPoints: ['scripts/bench/measureYear.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    minifySyntax: true,
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  })
  try {
    return createRequire(path.resolve('package.json'))(outfile) as { measureYear: typeof measureYear }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The whole table over a county-year of 10,000 members, held against a loop over the same facts that only counts. */
export default async function* evaluate(): AsyncGenerator<Figure> {
  const { members, facts, plain, whole } = (await asDeployed()).measureYear()
  yield figure('county-year, members', members, 'members')
  yield figure('county-year, facts', facts, 'facts')
  yield figure('plain loop that only counts', (plain * 1e6) / facts, 'ns a fact')
  yield figure('evaluation with reasons, the whole table', (whole * 1e6) / facts, 'ns a fact')
  yield figure('evaluation with reasons to a plain loop', whole / plain, 'times', 60)
}
