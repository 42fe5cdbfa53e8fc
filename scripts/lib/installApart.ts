import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './run'

/**
 * Installs the packages that `package.json` and `package-lock.json` of a folder name into another one, unless they are there. Apart from ours:
 * they are neither typed, linted nor tested with them, and `npm ci` does not wait for them.
 */
export async function installApart(from: string, home: string): Promise<void> {
  const lock = readFileSync(path.join(from, 'package-lock.json'), 'utf8')
  const stamp = path.join(home, 'installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log(`installing the packages of ${path.relative('.', from)} …`)
  mkdirSync(home, { recursive: true })
  rmSync(stamp, { force: true })
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(path.join(from, file), path.join(home, file))
  const args = ['ci', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await run('npm', args)
  if (code !== 0) throw new Error(`npm could not install them:\n${output}`)
  writeFileSync(stamp, lock)
}
