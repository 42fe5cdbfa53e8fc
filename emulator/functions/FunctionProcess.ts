import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export interface InvocationMessage {
  event: unknown
  environment: Record<string, string>
  context: object
  clockOffset: number
}

export type ProcessAnswer =
  | { kind: 'done'; result: string }
  | { kind: 'thrown'; message: string; stack: string }
  | { kind: 'exited'; message: string }
  | { kind: 'timed_out' }

export interface ProcessOptions {
  folder: string
  environment: Record<string, string>
  onLine: (line: string) => void
  onExit: () => void
}

const bundleTime = (folder: string) => fs.statSync(path.join(folder, 'index.js')).mtimeMs

/** One node process of one function, serving one invocation at a time. */
export class FunctionProcess {
  onLine: (line: string) => void
  private readonly child: ChildProcess
  private readonly loadedBundle: number
  private readonly ready: Promise<void>
  private settle: ((answer: ProcessAnswer) => void) | undefined
  private hasExited = false
  private isDoomed = false
  private readonly exited: Promise<void>

  constructor(private readonly options: ProcessOptions) {
    this.onLine = options.onLine
    this.loadedBundle = bundleTime(options.folder)
    this.child = fork(path.join(__dirname, 'runner.cjs'), [options.folder], {
      cwd: options.folder,
      env: options.environment,
      execArgv: ['--require', path.join(__dirname, 'clockPreload.cjs')],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [this.child.stdout, this.child.stderr]) this.readLines(stream)
    let markReady: () => void = () => undefined
    this.ready = new Promise((resolve) => (markReady = resolve))
    this.exited = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => {
        this.hasExited = true
        markReady()
        this.answer({
          kind: 'exited',
          message: `the function process ended (${signal ?? code ?? 'unknown'})`,
        })
        options.onExit()
        resolve()
      })
    })
    this.child.on('error', () => this.child.kill('SIGKILL'))
    this.child.on('message', (message: ProcessAnswer | { kind: 'ready' }) => {
      if (message.kind === 'ready') markReady()
      else this.answer(message)
    })
  }

  private readLines(stream: NodeJS.ReadableStream | null): void {
    let rest = ''
    stream?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.onLine(line)
    })
  }

  private answer(answer: ProcessAnswer): void {
    this.settle?.(answer)
    this.settle = undefined
  }

  isAlive(): boolean {
    return !this.isDoomed && !this.hasExited && this.child.connected
  }

  /** False once the bundle on disk is another than the one loaded. */
  isCurrent(): boolean {
    try {
      return bundleTime(this.options.folder) === this.loadedBundle
    } catch {
      return false
    }
  }

  /** Loading the code does not count towards `timeLimit`, in milliseconds; a process past it is killed. */
  async run(message: InvocationMessage, timeLimit: number): Promise<ProcessAnswer> {
    await this.ready
    if (!this.isAlive()) return { kind: 'exited', message: 'the function process ended while loading' }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.kill()
        this.answer({ kind: 'timed_out' })
      }, timeLimit)
      this.settle = (answer) => {
        clearTimeout(timer)
        resolve(answer)
      }
      this.child.send(message, (error) => {
        if (error === null) return
        this.kill()
        this.answer({ kind: 'exited', message: error.message })
      })
    })
  }

  private kill(): void {
    this.isDoomed = true
    this.child.kill('SIGKILL')
  }

  async stop(): Promise<void> {
    this.kill()
    await this.exited
  }
}
