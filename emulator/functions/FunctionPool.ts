import fs from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { CloudError } from '../cloudError'
import { FunctionProcess, LOAD_LIMIT } from './FunctionProcess'

const DEFAULT_SECONDS = 3
const MOST_SECONDS = 60
/** Invocations of one function at the same time: those that phones and timers make, and those of each depth of nesting below. */
const AT_ONCE = 8
const NESTED_AT_ONCE = 2
/** Loading is work for the processor (about 0.2 s with the SDK): in a rush whoever is warm gets on faster with half of it left. */
const LOADING_AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2))

interface Lease {
  process: FunctionProcess
  depth: number
  coldStart: boolean
}

interface Waiting {
  depth: number
  resolve: (lease: Lease) => void
  reject: (error: Error) => void
}

interface PoolOptions {
  folder: string
  environment: () => Record<string, string>
  onLine: (line: string) => void
  ask: (body: string) => Promise<string>
  /** Milliseconds a bundle may take to load. */
  loadLimit?: number
  node?: string | undefined
  timeFactor?: number | undefined
}

function readConfig(folder: string): { timeout?: unknown } {
  const file = path.join(folder, 'config.json')
  if (!fs.existsSync(file)) return {}
  try {
    return Object(JSON.parse(fs.readFileSync(file, 'utf8'))) as object
  } catch {
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'config.json of the function cannot be read')
  }
}

const limitOf = (depth: number) => (depth === 0 ? AT_ONCE : NESTED_AT_ONCE)

/**
 * The processes of one function, one invocation each; what comes on top waits in order. Nested invocations have places of their own: they
 * would otherwise wait for those who wait for them.
 */
export class FunctionPool {
  private readonly idle: FunctionProcess[] = []
  private readonly all = new Set<FunctionProcess>()
  private readonly loading = new Set<FunctionProcess>()
  private readonly fresh = new Set<FunctionProcess>()
  private readonly busy: number[] = []
  private readonly waiting: Waiting[] = []
  private isClosed = false

  constructor(private readonly options: PoolOptions) {}

  /** Milliseconds one invocation may take: `timeout` of config.json in seconds, times the factor. */
  timeLimit(): number {
    const { timeout } = readConfig(this.options.folder)
    const seconds = typeof timeout === 'number' && timeout > 0 ? timeout : DEFAULT_SECONDS
    return Math.min(seconds, MOST_SECONDS) * 1000 * (this.options.timeFactor ?? 1)
  }

  /** A process for one invocation. `depth`: 0 for a phone or a timer, 1 for what that one calls, and so on. */
  acquire(depth: number): Promise<Lease> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ depth, resolve, reject })
      this.serve()
    })
  }

  release({ process, depth }: Lease): void {
    process.onLine = this.options.onLine
    this.busy[depth] = (this.busy[depth] ?? 0) - 1
    if (process.isAlive()) this.idle.push(process)
    this.serve()
  }

  /** Waiting invocations that have a place, the deepest first: others wait for them. */
  private servable(): Waiting[] {
    const places: number[] = []
    return [...this.waiting]
      .sort((a, b) => b.depth - a.depth)
      .filter(({ depth }) => {
        places[depth] = (places[depth] ?? limitOf(depth) - (this.busy[depth] ?? 0)) - 1
        return (places[depth] ?? 0) >= 0
      })
  }

  private serve(): void {
    if (this.isClosed) {
      this.refuseAll()
      return
    }
    const next = this.servable()
    while (next.length > 0) {
      const process = this.takeIdle()
      if (process === undefined) break
      const first = next.shift()
      if (first !== undefined) this.give(first, process)
    }
    while (this.loading.size < Math.min(next.length, LOADING_AT_ONCE)) this.load()
  }

  private takeIdle(): FunctionProcess | undefined {
    for (let process = this.idle.pop(); process !== undefined; process = this.idle.pop()) {
      if (process.isAlive() && process.isCurrent()) return process
      void process.stop()
    }
    return undefined
  }

  private give(waiting: Waiting, process: FunctionProcess): void {
    this.waiting.splice(this.waiting.indexOf(waiting), 1)
    this.busy[waiting.depth] = (this.busy[waiting.depth] ?? 0) + 1
    waiting.resolve({ process, depth: waiting.depth, coldStart: this.fresh.delete(process) })
  }

  private load(): void {
    const {
      folder,
      environment,
      onLine,
      ask,
      node,
      timeFactor = 1,
      loadLimit = LOAD_LIMIT * timeFactor,
    } = this.options
    const made = new FunctionProcess({ folder, environment: environment(), onLine, ask, loadLimit, node })
    for (const processes of [this.all, this.loading, this.fresh]) processes.add(made)
    void made.loaded.then(() => {
      this.loading.delete(made)
      if (made.isAlive()) this.idle.push(made)
      else this.blame(made)
      this.serve()
    })
    void made.exited.then(() => {
      for (const processes of [this.all, this.fresh]) processes.delete(made)
      const at = this.idle.indexOf(made)
      if (at !== -1) this.idle.splice(at, 1)
      this.serve()
    })
  }

  /** A process that ended while loading is somebody's answer: nobody would ever be answered otherwise. */
  private blame(ended: FunctionProcess): void {
    const [first] = this.servable()
    if (first !== undefined) this.give(first, ended)
  }

  private refuseAll(): void {
    for (const { reject } of this.waiting.splice(0))
      reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the emulator is stopping'))
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.refuseAll()
    await Promise.all([...this.all].map((process) => process.stop()))
  }
}
