import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** No answer: the emulator ended before it gave one. */
export class GoneError extends Error {
  override readonly name = 'GoneError'
}

/** An emulator in a process of its own, started as the command line does. */
export class SpawnedEmulator {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(dataDir: string, args: readonly string[] = []): Promise<SpawnedEmulator> {
    const cli = path.join(__dirname, '../cli.ts')
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', cli, '--port', '0', '--data', dataDir, ...args],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'test' } },
    )
    let printed = ''
    const url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        printed += chunk.toString()
        const found = /gateway (http:\/\/[^/\s]+)\/admin/.exec(printed)?.[1]
        if (found !== undefined) resolve(found)
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('exit', () => reject(new Error(`the emulator did not start: ${printed}`)))
    })
    return new SpawnedEmulator(url, child)
  }

  /** One action of the gateway; rejects when the emulator is gone before it has answered. */
  async ask(action: string, payload: object): Promise<Record<string, unknown>> {
    try {
      const body = JSON.stringify({ action, ...payload })
      const response = await fetch(`${this.url}/admin`, { method: 'POST', body })
      return (await response.json()) as Record<string, unknown>
    } catch (error) {
      throw new GoneError(String(error))
    }
  }

  /** As `kill -9` does. */
  kill = () => this.end('SIGKILL')
  /** As Ctrl-C and a closed terminal do. */
  stop = () => this.end('SIGTERM')

  /** Begins to stop and is killed on the way. */
  async stopAndKill(after: number): Promise<void> {
    this.child.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, after))
    await this.kill()
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill(signal)
    await ended
  }
}
