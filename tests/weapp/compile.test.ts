import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { packageBudget, weappPackages } from '../../scripts/lib/sizes'
import { compileGate } from './compileGate'

const dist = process.env.WEAPP_DIST ?? 'dist/weapp'
const folder = mkdtempSync(path.join(tmpdir(), 'gate-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function broken(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(path.join(folder, 'build-'))
  cpSync(dist, copy, { recursive: true })
  writeFileSync(path.join(copy, file), change(readFileSync(path.join(copy, file), 'utf8')))
  return copy
}

test('WeChat’s own compilers take every template and style of the build', () => {
  const { templates, styles } = compileGate(dist)
  const { pages } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as { pages: string[] }
  assert.ok(templates > pages.length)
  assert.ok(styles > 0)
})

test('a template that does not close its tag is refused', () => {
  const copy = broken('pages/home/index.wxml', (text) => `${text}<view>`)
  assert.throws(() => compileGate(copy), /wcc/)
})

test('a style that does not close its block is refused', () => {
  const copy = broken('app.wxss', (text) => `${text}.open { color: red`)
  assert.throws(() => compileGate(copy), /wcsc/)
})

test('every package stays within its budget', () => {
  const heavy = Object.entries(weappPackages(dist)).filter(
    ([name, bytes]) => bytes > packageBudget(name) * 1024,
  )
  assert.deepEqual(heavy, [])
})
