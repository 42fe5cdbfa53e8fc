import fs from 'node:fs'
import path from 'node:path'
import { CloudError } from '../cloudError'
import { FunctionProcess } from './FunctionProcess'

const DEFAULT_SECONDS = 3
const MOST_SECONDS = 60

export interface Lease {
  process: FunctionProcess
  coldStart: boolean
}

/** The processes of one function: at most `size`, one invocation each; what comes on top waits in order. */
export class FunctionPool {
  private readonly all = new Set<FunctionProcess>()
  private readonly idle: FunctionProcess[] = []
  private readonly waiting: { resolve: (lease: Lease) => void; reject: (error: Error) => void }[] = []
  private isClosed = false

  constructor(
    private readonly folder: string,
    private readonly environment: () => Record<string, string>,
    private readonly size: number,
    private readonly onLine: (line: string) => void,
  ) {}

  /** Milliseconds one invocation may take: `timeout` of config.json in seconds. */
  timeLimit(): number {
    const file = path.join(this.folder, 'config.json')
    const config = fs.existsSync(file)
      ? (JSON.parse(fs.readFileSync(file, 'utf8')) as { timeout?: unknown })
      : {}
    const seconds =
      typeof config.timeout === 'number' && config.timeout > 0 ? config.timeout : DEFAULT_SECONDS
    return Math.min(seconds, MOST_SECONDS) * 1000
  }

  acquire(): Promise<Lease> {
    if (this.isClosed)
      return Promise.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the emulator is stopping'))
    for (let warm = this.idle.pop(); warm !== undefined; warm = this.idle.pop()) {
      if (warm.isAlive() && warm.isCurrent()) return Promise.resolve({ process: warm, coldStart: false })
      void warm.stop()
    }
    if (this.all.size < this.size) return Promise.resolve({ process: this.spawn(), coldStart: true })
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }))
  }

  release(process: FunctionProcess): void {
    process.onLine = this.onLine
    if (!process.isAlive()) return
    if (this.isClosed || !process.isCurrent()) {
      void process.stop()
      return
    }
    const next = this.waiting.shift()
    if (next === undefined) this.idle.push(process)
    else next.resolve({ process, coldStart: false })
  }

  private spawn(): FunctionProcess {
    const made: FunctionProcess = new FunctionProcess({
      folder: this.folder,
      environment: this.environment(),
      onLine: this.onLine,
      onExit: () => this.replace(made),
    })
    this.all.add(made)
    return made
  }

  /** A process that ended makes room: whoever waits longest gets a new one. */
  private replace(ended: FunctionProcess): void {
    this.all.delete(ended)
    const at = this.idle.indexOf(ended)
    if (at !== -1) this.idle.splice(at, 1)
    const next = this.isClosed ? undefined : this.waiting.shift()
    if (next !== undefined) next.resolve({ process: this.spawn(), coldStart: true })
  }

  async close(): Promise<void> {
    this.isClosed = true
    for (const { reject } of this.waiting.splice(0))
      reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the emulator is stopping'))
    await Promise.all([...this.all].map((process) => process.stop()))
  }
}
