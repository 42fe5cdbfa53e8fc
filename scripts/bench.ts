import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStale } from './lib/buildTargets'
import { type Bench, brokenOff, type Figure, figure, isBroken } from './lib/figure'
import { addRun, kept, type KeptFigure, lastFigures, moved, readRuns } from './lib/figureHistory'
import { referenceLoop } from './lib/referenceLoop'

// npm run bench [-- name …]: one JSON object a line; exit code 1 when a budget is broken or a bench breaks off.
// npm run bench -- --save [name …]: keeps what was measured in docs/figures, and says what moved since it was measured last.
const folder = path.resolve('scripts/bench')
/** What a bench's own process is started with, before its file. */
const HERE = '--here'
const SAVE = '--save'

const print = (line: object) => console.log(JSON.stringify(line))
const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** One bench in this process: true when every figure keeps its budget and the last one comes. */
async function runHere(file: string): Promise<boolean> {
  let isKept = true
  const reference = referenceLoop()
  const tell = (one: Figure) => {
    print(one)
    process.send?.(kept(one, reference))
  }
  tell(figure(`reference loop beside ${path.basename(file, '.bench.ts')}`, reference, 'ms'))
  try {
    const { default: bench } = (await import(pathToFileURL(path.join(folder, file)).href)) as {
      default: Bench
    }
    for await (const one of bench()) {
      tell(one)
      if (isBroken(one)) isKept = false
    }
    return isKept
  } catch (error) {
    print(brokenOff(file, textOf(error)))
    return false
  }
}

/** In a process of its own: what one bench leaves in memory, or dies of, is nothing to the next. `heard`: each figure, as it comes. */
const runApart = (file: string, heard: (figure: KeptFigure) => void): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = fork(path.resolve('scripts/bench.ts'), [HERE, file])
    child.on('message', (message) => heard(message as KeptFigure))
    child.once('error', reject)
    // What it has said is read to the end before it is judged.
    const saidAll = once(child, 'disconnect')
    child.once('exit', (code, signal) => {
      if (signal) print(brokenOff(file, `ended by ${signal}`))
      void saidAll.then(() => resolve(code === 0))
    })
  })

function chosen(wanted: string[]): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'))
  const found = files.filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  if (found.length === 0) throw new Error(`no bench begins with ${wanted.join(' or ')}: ${files.join(', ')}`)
  return found.sort()
}

function save(figures: KeptFigure[]): void {
  const runs = readRuns()
  const commit = execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], { encoding: 'utf8' }).trim()
  addRun({ commit, at: new Date().toISOString().slice(0, 10), figures })
  if (runs.length > 0) console.error(moved(lastFigures(runs), figures).join('\n') || 'nothing has moved')
}

async function main(args: string[]): Promise<boolean> {
  if (args[0] === HERE) return runHere(args[1] ?? '')
  await buildStale(['cloud', 'weapp', 'h5'], (line) => console.error(line))
  const broken: string[] = []
  const figures: KeptFigure[] = []
  for (const file of chosen(args.filter((name) => name !== SAVE)))
    if (!(await runApart(file, (one) => figures.push(one)))) broken.push(file)
  if (args.includes(SAVE)) save(figures)
  if (broken.length > 0) console.error(`over budget or broken off: ${broken.join(', ')}`)
  return broken.length === 0
}

main(process.argv.slice(2)).then(
  (isKept) => process.exit(isKept ? 0 : 1),
  (error: unknown) => {
    console.error(textOf(error))
    process.exit(1)
  },
)
