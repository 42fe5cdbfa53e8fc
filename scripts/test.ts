import { type Counts, sum } from './lib/counts'
import { changedWaves, leftOut } from './lib/changed'
import { processorSeconds } from './lib/processorSeconds'
import { firstAnswer, longWaves, type Stage, waves } from './lib/stages'

// npm test [-- stage …]: wave after wave of stages; stops after the first wave in which one fails. Stages are named by their first word.
// npm test -- changed: the stages that tell most about what differs from main, in a minute; says what it leaves out.
// npm run test:full: the same with the long forms, and Tencent's own suite.
const FULL = '--full'
const CHANGED = 'changed'
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(8)
const indented = (text: string) => text.replace(/^(?=.)/gm, '          ')

interface Done {
  name: string
  counts: Counts
  failure: string | undefined
}

async function runStage({ name, work }: Stage): Promise<Done> {
  const since = Date.now()
  const { failure, counts, note } = await work()
  const tests = counts.passed + counts.failed > 0 ? `  ${counts.passed} passed` : ''
  console.log(`${seconds(since)}  ${name}${tests}${failure ? '  FAILED' : ''}`)
  if (note) console.log(indented(note))
  if (failure) console.error(failure)
  return { name, counts, failure }
}

async function test(args: string[]): Promise<number> {
  const started = Date.now()
  const isFull = args.includes(FULL)
  const isChanged = args.includes(CHANGED)
  const wanted = args.filter((word) => word !== FULL && word !== CHANGED)
  // Read by emulator/testing/longRun.ts; the stages' programs inherit it.
  if (isFull) process.env.LONG_RUN = '1'
  const isWanted = ({ name }: Stage) => wanted.length === 0 || wanted.some((word) => name.startsWith(word))
  const done: Done[] = []
  let used = 0
  for (const wave of isChanged ? changedWaves() : isFull ? [...waves, ...longWaves] : waves) {
    done.push(...(await Promise.all(wave.filter(isWanted).map(runStage))))
    const now = processorSeconds()
    if (now > used + 1) console.log(`          ${(now - used).toFixed(0)} s of the processor`)
    used = now
    if (wave === firstAnswer && done.length > 0) console.log(`${seconds(started)}  first answer`)
    if (done.some(({ failure }) => failure)) break
  }
  const failed = done.filter(({ failure }) => failure).map(({ name }) => `"${name}"`)
  const counts = sum(done.map((one) => one.counts))
  console.log(`${seconds(started)}  in all${used > 0 ? `, ${used.toFixed(0)} s of the processor` : ''}`)
  if (isChanged) console.log(indented(leftOut))
  if (failed.length > 0) {
    const what = `${Math.max(counts.failed, 1)} failed (stage ${failed.join(', ')})`
    console.log(`${counts.passed} passed, ${what}`)
    return 1
  }
  console.log(`${counts.passed} passed, 0 failed`)
  return 0
}

test(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
