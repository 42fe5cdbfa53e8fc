import { buildTargets } from './lib/buildTargets'
import type { Target } from './lib/stamp'

// npm run build [-- weapp h5 cloud]: all three without a name.
const all: readonly Target[] = ['cloud', 'weapp', 'h5']
const names = process.argv.slice(2)
const unknown = names.find((name) => !all.some((target) => target === name))

if (unknown) {
  console.error(`unknown target "${unknown}": weapp, h5 or cloud`)
  process.exit(2)
}

const wanted = all.filter((target) => names.length === 0 || names.includes(target))
buildTargets(wanted).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
