import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from '../../scripts/lib/run'

const own = path.resolve('tests/conformance')
// Not in the folder itself: nothing of a second set of packages is there to be typed, linted or tested with ours.
const home = path.resolve('.local/conformance')

/** Where jest runs, and what it runs. */
export interface Suite {
  folder: string
  jest: string
}

async function install(): Promise<void> {
  const lock = readFileSync(path.join(own, 'package-lock.json'), 'utf8')
  const stamp = path.join(home, 'installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('installing the packages of tests/conformance …')
  mkdirSync(home, { recursive: true })
  rmSync(stamp, { force: true })
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(path.join(own, file), path.join(home, file))
  const args = ['ci', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await run('npm', args)
  if (code !== 0) throw new Error(`npm could not install them:\n${output}`)
  writeFileSync(stamp, lock)
}

/** Upstream's suite as npm delivers it, copied for each run to where jest looks: it sees nothing in node_modules. */
export async function prepareSuite(): Promise<Suite> {
  await install()
  const folder = path.join(home, 'suite')
  rmSync(folder, { recursive: true, force: true })
  cpSync(path.join(home, 'node_modules/@cloudbase/node-sdk'), folder, { recursive: true })
  return { folder, jest: path.join(home, 'node_modules/jest/bin/jest.js') }
}
