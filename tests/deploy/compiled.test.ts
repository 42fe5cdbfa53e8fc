import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { haveTools, layOutClient, toolsHome } from '../../scripts/deploy/realTools'
import { county } from '../../scripts/deploy/testing/aDeployment'
import { buildStale } from '../../scripts/lib/buildTargets'
import { compileGate } from '../weapp/compileGate'
import { attributes } from './StubInternet'

// What WeChat makes of the mini-program when it is uploaded, by the tool it publishes, without WeChat.
const folder = mkdtempSync(path.join(os.tmpdir(), 'compiled-'))
const out = path.join(folder, 'app')
const packed = path.join(folder, 'app.zip')
let findings: { name: string; success: boolean; text: string }[]

before(async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = path.join(folder, 'upload.key')
  writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  await buildStale(['weapp'], () => undefined)
  await haveTools()
  const program = path.resolve('tests/deploy/compileAsUploaded.cjs')
  const args = [program, path.join(toolsHome, 'package.json'), layOutClient(county), key, packed]
  const { stdout } = await promisify(execFile)(process.execPath, [...args, JSON.stringify(attributes)], {
    timeout: 240_000,
    maxBuffer: 50_000_000,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(packed)))) {
    mkdirSync(path.dirname(path.join(out, name)), { recursive: true })
    if (!name.endsWith('/')) writeFileSync(path.join(out, name), bytes)
  }
  findings = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as typeof findings
})
after(() => rmSync(folder, { recursive: true, force: true }))

test('WeChat’s tool compiles the mini-program as it is uploaded, and its compilers take what came out', () => {
  const { pages } = JSON.parse(readFileSync(path.join(out, 'app.json'), 'utf8')) as { pages: string[] }
  assert.ok(pages.includes('pages/home/index'))
  const { rules } = JSON.parse(readFileSync(path.join(out, 'sitemap.json'), 'utf8')) as { rules: object[] }
  assert.deepEqual(rules, [{ action: 'disallow', page: '*' }])
  assert.ok(compileGate(out).templates > 0)
})

test('its look at the quality of the code finds nothing', () => {
  assert.ok(findings.length > 8)
  assert.deepEqual(
    findings.filter(({ success }) => !success).map(({ name, text }) => `${name}: ${text}`),
    [],
  )
})
