import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'

// What is broken on purpose must be seen: the member's journey runs against spoilt copies of the build, all of them at once, since they wait most.
const folder = mkdtempSync(path.join(tmpdir(), 'broken-'))

interface Verdict {
  passed: string[]
  failed: string[]
}

/** Of the journey only home, which stands, and the test that is to fail: each waits in vain as long as it may. */
async function runOn(
  name: string,
  file: string,
  fails: string,
  change: (text: string) => string,
): Promise<Verdict> {
  const dist = path.join(folder, name)
  cpSync('dist/weapp', dist, { recursive: true })
  const before = readFileSync(path.join(dist, file), 'utf8')
  const spoilt = change(before)
  assert.notEqual(spoilt, before, 'nothing was spoilt')
  writeFileSync(path.join(dist, file), spoilt)
  // Inside a test runner node would report to it instead of printing.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const args = ['--import', 'tsx', '--test', '--test-reporter=tap', `--test-name-pattern=home shows|${fails}`]
  const options = { env: { ...env, WEAPP_DIST: dist, PATIENCE: '30000' } }
  const stdout = await new Promise<string>((resolve) => {
    // That it fails is what is wanted.
    execFile(process.execPath, [...args, 'tests/weapp/member.test.ts'], options, (_error, out) =>
      resolve(out),
    )
  })
  const named = (pattern: RegExp) => [...stdout.matchAll(pattern)].map((match) => match[1] ?? '')
  return { passed: named(/^ok \d+ - (.*)$/gm), failed: named(/^not ok \d+ - (.*)$/gm) }
}

let withoutPage: Promise<Verdict>
let withoutTap: Promise<Verdict>
before(() => {
  withoutPage = runOn('page', 'app.json', '46 seconds', (text) => text.replace('"pages/checkin/index",', ''))
  withoutTap = runOn('tap', 'base.wxml', 'tab bar', (text) => text.replace(/bindtap="eh"/g, ''))
})
after(() =>
  Promise.allSettled([withoutPage, withoutTap]).then(() => rmSync(folder, { recursive: true, force: true })),
)

test('a build whose result page is missing fails the journey at the scan', async () => {
  const { passed, failed } = await withoutPage
  assert.match(passed.join(), /home shows/)
  assert.match(failed.join(), /46 seconds/)
})

test('a build whose templates lost bindtap fails the journey at the first tap', async () => {
  const { passed, failed } = await withoutTap
  assert.match(passed.join(), /home shows/)
  assert.match(failed.join(), /tab bar/)
})
