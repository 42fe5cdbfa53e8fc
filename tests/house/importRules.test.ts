import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

interface Violation {
  from: string
  rule: { name: string }
}

// One small house that breaks each rule in one file.
const house: Record<string, string> = {
  'domain/time/day.ts': "import dayjs from 'dayjs'\nexport const day = dayjs",
  'domain/progress/evaluate.ts': "import { day } from '../time/day'\nexport const evaluate = day",
  'domain/progress/month.ts': "import dayjs from 'dayjs'\nexport const month = dayjs",
  'domain/org/parse.ts': "import * as v from 'valibot'\nexport const parse = v",
  'domain/org/sign.ts': "import { sha256 } from '@noble/hashes/sha2.js'\nexport const sign = sha256",
  'domain/org/read.ts': "import fs from 'node:fs'\nexport const read = fs",
  'domain/org/page.ts': "import Taro from '@tarojs/taro'\nexport const page = Taro",
  'domain/org/round.ts': "import { about } from './about'\nexport const round = () => about",
  'domain/org/about.ts': "import { round } from './round'\nexport const about = () => round",
  'domain/org/lonely.ts': 'export const lonely = 1',
  'domain/org/lost.ts': "import { nothing } from './nowhere'\nexport const lost = nothing",
  'src/features/checkin/a.ts': "import { b } from '../roster/b'\nexport const a = b",
  'src/features/roster/b.ts':
    "import { evaluate } from '@domain/progress/evaluate'\nexport const b = evaluate",
  'src/features/roster/c.ts': "import { home } from '@/pages/home/index'\nexport const c = home",
  'src/pages/home/index.ts': "import { b } from '@/features/roster/b'\nexport const home = b",
  'src/pages/scan/index.ts': "import { home } from '../home/index'\nexport const scan = home",
  'src/pages/me/index.ts': "import { day } from '@cloud/lib/ground/clock'\nexport const me = day",
  'src/components/Card.ts': "import { b } from '@/features/roster/b'\nexport const Card = b",
  'src/platform/draw.ts': "import jest from 'jest'\nexport const draw = jest",
  'src/platform/copy.ts': "import { ask } from '@/cloud/ask'\nexport const copy = ask",
  'src/cloud/ask.ts': "import { sorry } from '@/words/sorry'\nexport const ask = sorry",
  'src/words/sorry.ts': "import { Card } from '@/components/Card'\nexport const sorry = Card",
  'src/self/about/index.ts': "import { home } from '@/pages/home/index'\nexport const about = home",
  'cloudfunctions/lib/ground/clock.ts': "import { day } from '@domain/time/day'\nexport { day }",
  'cloudfunctions/lib/wx/database.ts': "import cloud from 'wx-server-sdk'\nexport const database = cloud",
  'cloudfunctions/lib/store/rows.ts': "import { list } from '../people/list'\nexport const rows = list",
  'cloudfunctions/lib/people/list.ts':
    "import type { Page } from '../counting/page'\nexport const list: Page[] = []",
  'cloudfunctions/lib/counting/page.ts': 'export interface Page { name: string }',
  'cloudfunctions/lib/counting/home.ts': "import { list } from '../people/list'\nexport const home = list",
  'cloudfunctions/lib/use.ts': "import cloud from 'wx-server-sdk'\nexport const use = cloud",
  'cloudfunctions/lib/people/word.ts': "import docx from 'docx'\nexport const word = docx",
  'cloudfunctions/lib/up.ts': "import { main } from '../api/index'\nexport const up = main",
  'cloudfunctions/api/index.ts': "import { day } from '@cloud/lib/ground/clock'\nexport const main = day",
  'cloudfunctions/remind/index.ts': "import { main } from '../api/index'\nexport const remind = main",
  'emulator/one.ts': "import type { Other } from './other'\nexport interface One { other: Other }",
  'emulator/other.ts': "import type { One } from './one'\nexport interface Other { one: One }",
  'emulator/index.ts': "import { day } from '@domain/time/day'\nexport const start = day",
}

const broken: [rule: string, file: string][] = [
  ['dayjs-only-in-time', 'domain/progress/month.ts'],
  ['only-the-papers-write-word', 'cloudfunctions/lib/people/word.ts'],
  ['valibot-only-in-contract', 'domain/org/parse.ts'],
  ['noble-only-in-checkin-code', 'domain/org/sign.ts'],
  ['domain-imports-only-domain', 'domain/org/read.ts'],
  ['domain-imports-only-domain', 'domain/org/page.ts'],
  ['no-circular', 'domain/org/about.ts'],
  ['no-circular-types-in-the-emulator', 'emulator/one.ts'],
  ['no-orphans', 'domain/org/lonely.ts'],
  ['no-unresolvable', 'domain/org/lost.ts'],
  ['features-do-not-know-each-other', 'src/features/checkin/a.ts'],
  ['features-do-not-know-routes', 'src/features/roster/c.ts'],
  ['routes-do-not-import-routes', 'src/pages/scan/index.ts'],
  ['the-phone-does-not-import-the-cloud', 'src/pages/me/index.ts'],
  ['widgets-and-what-is-below-know-no-feature', 'src/components/Card.ts'],
  ['platform-is-the-ground-of-the-phone', 'src/platform/copy.ts'],
  ['asking-the-cloud-finds-no-words', 'src/cloud/ask.ts'],
  ['routes-do-not-import-routes', 'src/self/about/index.ts'],
  ['the-store-knows-no-area', 'cloudfunctions/lib/store/rows.ts'],
  ['no-circle-of-rooms', 'cloudfunctions/lib/counting'],
  ['the-phone-uses-runtime-dependencies', 'src/platform/draw.ts'],
  ['only-lib-wx-touches-the-sdk', 'cloudfunctions/lib/use.ts'],
  ['lib-imports-domain-and-lib', 'cloudfunctions/lib/up.ts'],
  ['entries-import-lib-and-domain', 'cloudfunctions/remind/index.ts'],
  ['the-emulator-knows-nothing-of-the-party', 'emulator/index.ts'],
]

const allowed = [
  'domain/time/day.ts',
  'domain/progress/evaluate.ts',
  'src/features/roster/b.ts',
  'src/pages/home/index.ts',
  'cloudfunctions/lib/ground/clock.ts',
  'cloudfunctions/lib/wx/database.ts',
]

const configs = ['.dependency-cruiser.cjs', '.dependency-cruiser.rooms.cjs']
const root = path.resolve(__dirname, '../..')
let folder = ''
let violations: Violation[] = []

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'house-'))
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  for (const name of [...configs, 'tsconfig.json', 'package.json']) {
    copyFileSync(path.join(root, name), path.join(folder, name))
  }
  for (const [name, text] of Object.entries(house)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), `${text}\n`)
  }
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  violations = configs.flatMap((config) => {
    const args = ['--config', config, '--output-type', 'json', ...roots]
    const output = execFileSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' })
    return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations
  })
})

const roots = ['domain', 'src', 'cloudfunctions', 'emulator']

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it.each(broken)('rule %s is broken by %s', (rule, file) => {
  expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(
    rule,
  )
})

it.each(allowed)('%s breaks no rule', (file) => {
  expect(violations.filter(({ from }) => from === file)).toEqual([])
})

it('every rule says why it is there', () => {
  const forbidden = configs.flatMap(
    // oxlint-disable-next-line typescript/no-require-imports
    (config) => (require(path.join(root, config)) as { forbidden: { comment?: string }[] }).forbidden,
  )
  expect(forbidden.filter(({ comment }) => !comment)).toEqual([])
  expect(new Set(broken.map(([rule]) => rule)).size).toBe(forbidden.length)
})
