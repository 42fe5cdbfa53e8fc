import { spawn } from 'node:child_process'

export interface Finished {
  code: number
  /** Standard output and standard error in the order they came. */
  output: string
}

export interface RunOptions {
  env?: Record<string, string>
  /** Also passes the output through as it comes. */
  echo?: boolean
}

/** Runs a program of node_modules/.bin or the path to its end: `await run('tsc', ['--noEmit'])`. */
export function run(
  program: string,
  args: string[],
  { env = {}, echo = false }: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: {
        ...process.env,
        NO_COLOR: '1',
        PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH ?? ''}`,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // A build does not outlive the command that asked for it.
    const end = () => void child.kill()
    process.once('exit', end)
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (echo) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('exit', end)
      resolve({ code: code ?? (signal ? 1 : 0), output })
    })
  })
}
