import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { installApart } from '../../scripts/lib/installApart'

const own = path.resolve('tests/conformance')
// Not in the folder itself: nothing of a second set of packages is there to be typed, linted or tested with ours.
const home = path.resolve('.local/conformance')

/** Where jest runs, and what it runs. */
export interface Suite {
  folder: string
  jest: string
}

/** Upstream's suite as npm delivers it, copied for each run to where jest looks: it sees nothing in node_modules. */
export async function prepareSuite(): Promise<Suite> {
  await installApart(own, home)
  const folder = path.join(home, 'suite')
  rmSync(folder, { recursive: true, force: true })
  cpSync(path.join(home, 'node_modules/@cloudbase/node-sdk'), folder, { recursive: true })
  return { folder, jest: path.join(home, 'node_modules/jest/bin/jest.js') }
}
