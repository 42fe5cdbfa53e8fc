import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { readLines } from './readLines'

export interface InvocationMessage {
  /** JSON text. */
  event: string
  /** What the cloud adds to the event. */
  identity: object
  environment: Record<string, string>
  context: object
  clockOffset: number
}

export type ProcessAnswer =
  | { kind: 'done'; result: string }
  | { kind: 'thrown'; message: string; stack: string }
  | { kind: 'exited'; message: string }
  | { kind: 'timed_out' }

/** What a process says: that it has loaded, what its SDK asks of the gateway, and what came of an invocation. */
type Said = { kind: 'ready' } | { kind: 'asked'; id: number; body: string } | ProcessAnswer

interface ProcessOptions {
  folder: string
  environment: Record<string, string>
  onLine: (line: string) => void
  /** The gateway: takes the body of a request and gives that of its answer. */
  ask: (body: string) => Promise<string>
  /** Milliseconds. */
  loadLimit: number
  /** The Node it runs on; the emulator's own unless given. */
  node?: string | undefined
}

/** Milliseconds a bundle may take to load. */
export const LOAD_LIMIT = 20_000
/** Megabytes of JavaScript objects, as much as the cloud gives a function. */
const MEMORY = 256
/** How long (ms) the output of an answered or ended invocation is waited for. */
const LAST_WORDS = 200

/** Tells one version of a bundle from the next, however fast they follow each other; '' when there is none. */
function versionOf(folder: string): string {
  try {
    const { mtimeMs, size, ino } = fs.statSync(path.join(folder, 'index.js'))
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return ''
  }
}

/** One node process of one function, serving one invocation at a time. */
export class FunctionProcess {
  onLine: (line: string) => void
  /** Settled when the bundle was loaded, or cannot be any more. */
  readonly loaded: Promise<void>
  readonly exited: Promise<void>
  private readonly child: ChildProcess
  private readonly version: string
  private settle: ((answer: ProcessAnswer) => void) | undefined
  private afterOutput: (() => void) | undefined
  private openStreams = 2
  private endedBecause: string | undefined
  private isDoomed = false

  constructor(private readonly options: ProcessOptions) {
    this.onLine = options.onLine
    this.version = versionOf(options.folder)
    this.child = fork(path.join(__dirname, 'runner.cjs'), [options.folder], {
      cwd: options.folder,
      env: options.environment,
      execPath: options.node ?? process.execPath,
      execArgv: [`--max-old-space-size=${MEMORY}`, '--require', path.join(__dirname, 'clockPreload.cjs')],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.exited = new Promise((resolve) => this.onEnd(resolve))
    this.loaded = this.load()
    for (const stream of [this.child.stdout, this.child.stderr]) this.listen(stream)
  }

  private load(): Promise<void> {
    return new Promise((resolve) => {
      const { loadLimit } = this.options
      const timer = setTimeout(() => {
        this.endedBecause = `the function did not load within ${loadLimit / 1000} seconds`
        this.kill()
      }, loadLimit)
      const finish = () => {
        clearTimeout(timer)
        resolve()
      }
      void this.exited.then(finish)
      this.child.on('message', (message: Said) => {
        if (message.kind === 'ready') finish()
        else if (message.kind === 'asked') void this.ask(message)
        else this.onceOutputIsRead(() => this.answer(message))
      })
    })
  }

  private async ask({ id, body }: { id: number; body: string }): Promise<void> {
    const text = await this.options.ask(body)
    // Of a process that has ended nobody waits for it.
    if (this.child.connected) this.child.send({ kind: 'told', id, text }, () => undefined)
  }

  private onEnd(resolve: () => void): void {
    const end = (how: string) => {
      this.isDoomed = true
      this.endedBecause ??= `the function process ended (${how})`
      this.answer({ kind: 'exited', message: this.endedBecause })
      resolve()
    }
    this.child.once('exit', (code, signal) => {
      this.isDoomed = true
      const how = String(signal ?? code ?? 'unknown')
      this.child.once('close', () => end(how))
      // A process it started in turn may hold the streams open.
      setTimeout(() => end(how), LAST_WORDS).unref()
    })
    this.child.on('error', (error) => {
      this.kill()
      if (this.child.pid === undefined) end(error.message)
    })
  }

  /** The function's own text, and a mark on each stream where the output of an invocation ends. */
  private listen(stream: NodeJS.ReadableStream | null): void {
    if (stream === null) return
    readLines(stream, (line, isEnd) => {
      if (line !== undefined) this.onLine(line)
      if (!isEnd) return
      this.openStreams -= 1
      if (this.openStreams === 0) this.afterOutput?.()
    })
  }

  /** The answer comes on another way than the output, and may overtake it. */
  private onceOutputIsRead(work: () => void): void {
    if (this.openStreams <= 0) {
      work()
      return
    }
    const timer = setTimeout(work, LAST_WORDS)
    this.afterOutput = () => {
      clearTimeout(timer)
      work()
    }
  }

  private answer(answer: ProcessAnswer): void {
    this.settle?.(answer)
    this.settle = undefined
  }

  isAlive(): boolean {
    return !this.isDoomed && this.child.connected
  }

  /** False once the bundle on disk is another than the one loaded; while none is there, as during a build, the last one stands. */
  isCurrent(): boolean {
    return [this.version, ''].includes(versionOf(this.options.folder))
  }

  /** Of a loaded process. One past `timeLimit`, in milliseconds, is killed. */
  run(message: InvocationMessage, timeLimit: number): Promise<ProcessAnswer> {
    if (!this.isAlive())
      return Promise.resolve({ kind: 'exited', message: this.endedBecause ?? 'the function process ended' })
    this.openStreams = 2
    this.afterOutput = undefined
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
