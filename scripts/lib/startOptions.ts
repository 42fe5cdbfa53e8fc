import { parseArgs } from 'node:util'

export type SeedSize = 'county' | 'branch' | 'none'

export interface StartOptions {
  /** Undefined: the usual port, or the next free one. */
  port?: number
  dataDir: string
  /** Milliseconds; undefined: where the data stopped, and the demo moment for new data. */
  at?: number
  /** Undefined: whatever the data hold, and the county for new data. */
  seed?: SeedSize
  help: boolean
}

export const usage = `npm start [-- options]
  --port N       port of the address printed (8686, or the next free one)
  --data DIR     folder that keeps the data (.local/demo)
  --at ISO       sets the clock: 2026-09-22T14:50:00+08:00 (that moment for new data, else where it stopped)
  --seed SIZE    what new data begin with: county, branch or none (county)
  --help         prints this`

/** What is wrong with a command line, in one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const sizes: readonly string[] = ['county', 'branch', 'none']
const isSize = (text: string): text is SeedSize => sizes.includes(text)

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new UsageError(`--port takes a number from 1 to 65535, not "${text}"`)
}

function instantOf(text: string): number {
  const at = Date.parse(text)
  // A zone is asked for: without one the same words would mean another moment on another machine.
  if (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(at)
  )
    return at
  throw new UsageError(`--at takes a moment with its zone such as 2026-09-22T14:50:00+08:00, not "${text}"`)
}

function seedOf(text: string): SeedSize {
  if (isSize(text)) return text
  throw new UsageError(`--seed takes county, branch or none, not "${text}"`)
}

function read(args: string[]) {
  try {
    const options = {
      port: { type: 'string' },
      data: { type: 'string' },
      at: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0])
  }
}

/** Reads the command line of `npm start`; throws a UsageError that says what is wrong with it. */
export function startOptions(args: string[]): StartOptions {
  const { port, data, at, seed, help = false } = read(args)
  if (data === '') throw new UsageError('--data takes a folder')
  return {
    dataDir: data ?? '.local/demo',
    help,
    ...(port === undefined ? {} : { port: portOf(port) }),
    ...(at === undefined ? {} : { at: instantOf(at) }),
    ...(seed === undefined ? {} : { seed: seedOf(seed) }),
  }
}
