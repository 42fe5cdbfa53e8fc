import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStale } from './lib/buildTargets'
import { type Bench, brokenOff, isBroken } from './lib/figure'

// npm run bench [-- name …]: one JSON object a line; exit code 1 when a budget is broken or a bench breaks off.
const folder = path.resolve('scripts/bench')
/** What a bench's own process is started with, before its file. */
const HERE = '--here'

const print = (line: object) => console.log(JSON.stringify(line))
const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** One bench in this process: true when every figure keeps its budget and the last one comes. */
async function runHere(file: string): Promise<boolean> {
  let isKept = true
  try {
    const { default: bench } = (await import(pathToFileURL(path.join(folder, file)).href)) as {
      default: Bench
    }
    for await (const figure of bench()) {
      print(figure)
      if (isBroken(figure)) isKept = false
    }
    return isKept
  } catch (error) {
    print(brokenOff(file, textOf(error)))
    return false
  }
}

/** In a process of its own: what one bench leaves in memory, or dies of, is nothing to the next. */
const runApart = (file: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = fork(path.resolve('scripts/bench.ts'), [HERE, file])
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (signal) print(brokenOff(file, `ended by ${signal}`))
      resolve(code === 0)
    })
  })

function chosen(wanted: string[]): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'))
  const found = files.filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  if (found.length === 0) throw new Error(`no bench begins with ${wanted.join(' or ')}: ${files.join(', ')}`)
  return found.sort()
}

async function main([first = '', ...others]: string[]): Promise<boolean> {
  if (first === HERE) return runHere(others[0] ?? '')
  await buildStale(['cloud', 'weapp', 'h5'], (line) => console.error(line))
  const broken: string[] = []
  for (const file of chosen([first, ...others].filter((name) => name !== '')))
    if (!(await runApart(file))) broken.push(file)
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
