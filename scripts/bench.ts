import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStale } from './lib/buildTargets'
import { type Bench, isBroken } from './lib/figure'

// npm run bench [-- name …]: one JSON object a line; exit code 1 when a budget is broken.
const folder = path.resolve('scripts/bench')

async function benches(wanted: string[]): Promise<Bench[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'))
  const chosen = files.filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  if (chosen.length === 0) throw new Error(`no bench begins with ${wanted.join(' or ')}: ${files.join(', ')}`)
  return Promise.all(
    chosen.sort().map(async (file) => {
      const module = (await import(pathToFileURL(path.join(folder, file)).href)) as { default: Bench }
      return module.default
    }),
  )
}

async function main(): Promise<void> {
  await buildStale(['cloud', 'weapp', 'h5'], (line) => console.error(line))
  let broken = 0
  for (const bench of await benches(process.argv.slice(2))) {
    for await (const figure of bench()) {
      console.log(JSON.stringify(figure))
      if (isBroken(figure)) broken++
    }
  }
  if (broken > 0) throw new Error(`${broken} over budget`)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
