import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'

/** The project's SDK as npm installed it: its entry, and the folder that a function outside the project finds it in. */
export function installedSdk(): { entry: string; folder: string } {
  const entry = require.resolve('wx-server-sdk')
  return { entry, folder: path.resolve(path.dirname(require.resolve('wx-server-sdk/package.json')), '..') }
}

let made: string | undefined

/**
 * The same SDK as one file, which a function process loads in half the time that more than four hundred take. Made once for what is installed,
 * whole or not at all.
 */
export function sdkInOneFile(): string {
  if (made !== undefined) return made
  const { entry, folder } = installedSdk()
  // npm writes it with every change of what is installed.
  const installed = path.join(folder, '.package-lock.json')
  const key = existsSync(installed)
    ? createHash('sha1').update(readFileSync(installed)).digest('hex')
    : 'once'
  const target = path.join(folder, '.cache', 'sdk', key)
  if (!existsSync(target)) {
    const parent = path.dirname(target)
    mkdirSync(parent, { recursive: true })
    const staging = mkdtempSync(path.join(parent, 'making-'))
    const outfile = path.join(staging, 'wx-server-sdk.js')
    buildSync({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    })
    try {
      renameSync(staging, target)
    } catch (error) {
      rmSync(staging, { recursive: true, force: true })
      // Another process was faster.
      if (!existsSync(target)) throw error
    }
  }
  made = path.join(target, 'wx-server-sdk.js')
  return made
}
