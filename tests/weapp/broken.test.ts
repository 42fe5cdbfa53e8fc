import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'

// What is broken on purpose must be seen: the member's journey runs against spoilt copies of the build.
const folder = mkdtempSync(path.join(tmpdir(), 'broken-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Verdict {
  passed: string[]
  failed: string[]
}

/** Of the journey only home, which stands, and the test that is to fail: each waits in vain as long as it may. */
function runOn(name: string, file: string, fails: string, change: (text: string) => string): Verdict {
  const dist = path.join(folder, name)
  cpSync('dist/weapp', dist, { recursive: true })
  const before = readFileSync(path.join(dist, file), 'utf8')
  const spoilt = change(before)
  assert.notEqual(spoilt, before, 'nothing was spoilt')
  writeFileSync(path.join(dist, file), spoilt)
  // Inside a test runner node would report to it instead of printing.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout } = spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', '--test', '--test-reporter=tap', `--test-name-pattern=home shows|${fails}`],
      'tests/weapp/member.test.ts',
    ],
    { env: { ...env, WEAPP_DIST: dist, PATIENCE: '30000' }, encoding: 'utf8' },
  )
  const named = (pattern: RegExp) => [...stdout.matchAll(pattern)].map((match) => match[1] ?? '')
  return { passed: named(/^ok \d+ - (.*)$/gm), failed: named(/^not ok \d+ - (.*)$/gm) }
}

test('a build whose result page is missing fails the journey at the scan', () => {
  const { passed, failed } = runOn('page', 'app.json', '46 seconds', (text) =>
    text.replace('"pages/checkin/index",', ''),
  )
  assert.match(passed.join(), /home shows/)
  assert.match(failed.join(), /46 seconds/)
})

test('a build whose templates lost bindtap fails the journey at the first tap', () => {
  const { passed, failed } = runOn('tap', 'base.wxml', 'tab bar', (text) => text.replace(/bindtap="eh"/g, ''))
  assert.match(passed.join(), /home shows/)
  assert.match(failed.join(), /tab bar/)
})
