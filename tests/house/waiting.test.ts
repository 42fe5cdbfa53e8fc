import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
const files = [...below('tests/journeys'), ...below('tests/weapp')]
const using = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, 'utf8')))

// The helpers look again and again for a state; a test that waits by time fails on a busy machine and is slow on an idle one.
test('no journey waits by time, only for states', () => {
  expect(using(/waitForTimeout|timers\/promises|\bsleep\(/)).toEqual([])
  expect(using(/\bset(Timeout|Interval)\(/).sort()).toEqual([
    'tests/journeys/world.ts',
    'tests/weapp/host.ts',
    'tests/weapp/host/canvas.ts',
    'tests/weapp/host/dom.ts',
    'tests/weapp/host/wx.ts',
  ])
})

// A page that came is told by its words: any page has some.
test('no journey is content with whatever is said', () => {
  expect(using(/, \/\.[*+]?\/\)/)).toEqual([])
})

test('no journey ends its patience by itself', () => {
  expect(using(/\.until\([^)]*\), ?\d/)).toEqual([])
})

// What takes five seconds alone takes a minute beside a build: one patience for all, in jest.config.js and tests/patience.ts.
test('no test gives up sooner than all others', () => {
  const tests = ['tests', 'domain', 'src', 'cloudfunctions', 'emulator', 'scripts'].flatMap(below)
  const impatient = tests.filter((file) =>
    /^\s*\}, \d{1,2}_000\)|jest\.setTimeout\(\d{1,2}_000/m.test(readFileSync(file, 'utf8')),
  )
  expect(impatient).toEqual([])
})

test('a tab is opened by the helper that waits until the other page is left', () => {
  expect(using(/tap\([^)]*#tab-\$?\{?\w/).filter((file) => file.startsWith('tests/weapp/'))).toEqual([])
  expect(using(/shown\([^)]*['"`]#tab-[^)]*\)(\.\w+\(\))*\.click/)).toEqual([])
})

test('what begins first is there', () => {
  const longest = JSON.parse(readFileSync('tests/longest.json', 'utf8')) as string[]
  expect(longest.length).toBeGreaterThan(5)
  expect(longest.filter((file) => !existsSync(file))).toEqual([])
})
