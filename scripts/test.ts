import { type Counts, sum } from './lib/counts'
import { longStages, stages } from './lib/stages'

// npm test [-- stage …]: every stage in order; stops at the first that fails. Stages are named by their first word.
// npm run test:full: the same with the long forms, and Tencent's own suite.
const FULL = '--full'
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(8)
const indented = (text: string) => text.replace(/^(?=.)/gm, '          ')

async function test(args: string[]): Promise<number> {
  const started = Date.now()
  const wanted = args.filter((word) => word !== FULL)
  const isFull = args.includes(FULL)
  // Read by emulator/testing/longRun.ts; the stages' programs inherit it.
  if (isFull) process.env.LONG_RUN = '1'
  const counted: Counts[] = []
  for (const { name, work } of isFull ? [...stages, ...longStages] : stages) {
    if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue
    const since = Date.now()
    const { failure, counts, note } = await work()
    counted.push(counts)
    const tests = counts.passed + counts.failed > 0 ? `  ${counts.passed} passed` : ''
    console.log(`${seconds(since)}  ${name}${tests}${failure ? '  FAILED' : ''}`)
    if (note) console.log(indented(note))
    if (failure) {
      console.error(failure)
      const { passed, failed } = sum(counted)
      console.log(`${passed} passed, ${Math.max(failed, 1)} failed (stage "${name}")`)
      return 1
    }
  }
  console.log(`${seconds(started)}  in all`)
  console.log(`${sum(counted).passed} passed, 0 failed`)
  return 0
}

test(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
