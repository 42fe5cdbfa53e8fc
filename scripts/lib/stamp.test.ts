import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isFresh, stamped } from './stamp'

const home = process.cwd()
let house = ''

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
const building = (file: string, text: string) =>
  stamped('weapp', () => {
    write(file, text)
    return Promise.resolve()
  })

beforeEach(async () => {
  house = mkdtempSync(path.join(tmpdir(), 'stamp-'))
  process.chdir(house)
  for (const file of ['src/app.ts', 'src/app.test.ts', 'domain/rule.ts', 'package.json', 'package-lock.json'])
    write(file, 'one')
  await building('dist/weapp/app.js', 'built')
})

afterEach(() => {
  delete process.env.TARO_APP_CLOUD_ENV
  process.chdir(home)
  rmSync(house, { recursive: true, force: true })
})

it('what was built stands as long as nothing changes', () => {
  expect(isFresh('weapp')).toBe(true)
})

it.each([
  ['a source', 'src/app.ts'],
  ['a source that was not there', 'src/new.ts'],
  ['a rule', 'domain/rule.ts'],
  ['what is installed', 'package-lock.json'],
  ['the browsers that are served', 'package.json'],
  ['the settings of the bundler', 'config/index.ts'],
  ['how targets are built', 'scripts/lib/buildTargets.ts'],
  ['an environment file', '.env.production'],
  ['what lies built', 'dist/weapp/more.js'],
])('is built anew after a change of %s', (_, file) => {
  write(file, 'another')
  expect(isFresh('weapp')).toBe(false)
})

it('is built anew for another cloud environment', () => {
  process.env.TARO_APP_CLOUD_ENV = 'another'
  expect(isFresh('weapp')).toBe(false)
})

it('is not built anew for a file that was only touched, nor for a test', () => {
  utimesSync('src/app.ts', 1, 1)
  write('src/app.test.ts', 'another')
  expect(isFresh('weapp')).toBe(true)
})

it('is stale after a build that failed', async () => {
  const broken = stamped('weapp', () => Promise.reject(new Error('no')))
  await expect(broken).rejects.toThrow('no')
  expect(isFresh('weapp')).toBe(false)
})

it('is stale when a source was saved while it was built', async () => {
  await building('src/app.ts', 'saved meanwhile')
  expect(isFresh('weapp')).toBe(false)
})
