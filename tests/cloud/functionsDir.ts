import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { isFresh } from '../../scripts/lib/stamp'

const root = path.join('.local', 'cloud-tests')
const lock = path.join(root, 'lock.pid')

const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

/** Whether whoever wrote the lock still runs: a run that was stopped leaves it behind. */
function isHeld(): boolean {
  try {
    process.kill(Number(fs.readFileSync(lock, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

function take(): boolean {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

async function locked<T>(work: () => T): Promise<T> {
  fs.mkdirSync(root, { recursive: true })
  while (!take()) {
    // Written and not yet told whose it is: looked at once more.
    if (!isHeld()) {
      await pause()
      if (!isHeld()) fs.rmSync(lock, { force: true })
    }
    await pause()
  }
  try {
    return work()
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

function buildWhenStale(): void {
  if (isFresh('cloud')) return
  const { status, stderr } = spawnSync('npx', ['tsx', 'scripts/build.ts', 'cloud'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the functions do not build:\n${stderr}`)
}

/** A copy of the built functions of this test file's own: a build running elsewhere must not pull them away. */
export const builtFunctions = (): Promise<string> =>
  locked(() => {
    buildWhenStale()
    const copy = fs.mkdtempSync(path.join(root, 'functions-'))
    fs.cpSync(path.join('dist', 'cloudfunctions'), copy, { recursive: true })
    return path.resolve(copy)
  })
