import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { isFresh } from '../../scripts/lib/stamp'

const root = path.join('.local', 'cloud-tests')
const lock = path.join(root, 'lock')

const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

async function locked<T>(work: () => T): Promise<T> {
  fs.mkdirSync(root, { recursive: true })
  for (let tries = 0; ; tries += 1) {
    try {
      fs.mkdirSync(lock)
      break
    } catch (error) {
      // Half a minute: whoever held it is gone.
      if (tries > 300) throw error
      await pause()
    }
  }
  try {
    return work()
  } finally {
    fs.rmdirSync(lock)
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
