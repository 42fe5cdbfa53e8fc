import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { Linter } from 'eslint'

// The rules that keep time, platform and size in bounds, taken from the project's own configuration for one file each.
const guarding = ['no-restricted-syntax', 'no-restricted-globals', 'max-lines', 'max-lines-per-function']

function configFor(file: string): Linter.Config {
  const program = path.resolve('node_modules/eslint/bin/eslint.js')
  const printed = execFileSync(process.execPath, [program, '--print-config', file], { encoding: 'utf8' })
  const { rules } = JSON.parse(printed) as { rules: Linter.RulesRecord }
  return { rules: Object.fromEntries(guarding.flatMap((name) => (rules[name] ? [[name, rules[name]]] : []))) }
}

const files = {
  domain: 'domain/time/x.ts',
  cloud: 'cloudfunctions/lib/x.ts',
  src: 'src/platform/x.ts',
  scripts: 'scripts/seed/x.ts',
}
const configs = new Map<string, Linter.Config>()
beforeAll(() => {
  for (const [place, file] of Object.entries(files)) configs.set(place, configFor(file))
})

/** Long code by its name: "a function of 41 lines", "a file of 301 lines". */
function written(code: string): string {
  const [, what, lines] = /^a (function|file) of (\d+) lines$/.exec(code) ?? []
  if (!what) return code
  const count = Number(lines)
  return what === 'file' ? 'a()\n'.repeat(count) : `function f() {\n${'a()\n'.repeat(count - 2)}}\n`
}

const broken = (place: string, code: string) =>
  new Linter().verify(written(code), configs.get(place) ?? {}).map(({ ruleId }) => ruleId)

it.each([
  ['domain', 'Date.now()', 'no-restricted-syntax'],
  ['domain', 'new Date()', 'no-restricted-syntax'],
  ['domain', 'Date()', 'no-restricted-syntax'],
  ['domain', 'list.at(-1)', 'no-restricted-syntax'],
  ['domain', 'new Intl.DateTimeFormat()', 'no-restricted-syntax'],
  ['domain', 'setTimeout(f, 1)', 'no-restricted-globals'],
  ['domain', 'process.env.TZ', 'no-restricted-globals'],
  ['domain', 'a function of 41 lines', 'max-lines-per-function'],
  ['cloud', 'Date.now()', 'no-restricted-syntax'],
  ['cloud', 'new Date()', 'no-restricted-syntax'],
  ['cloud', 'a function of 41 lines', 'max-lines-per-function'],
  ['domain', "fact._id.endsWith('_2026-09')", 'no-restricted-syntax'],
  ['domain', "memberId.split('_')", 'no-restricted-syntax'],
  ['cloud', 'found?._id.slice(5)', 'no-restricted-syntax'],
  ['cloud', '/_excuse$/.test(fact._id)', 'no-restricted-syntax'],
  ['src', "dutyId.startsWith('life:')", 'no-restricted-syntax'],
  ['scripts', 'row._id.match(/^a/)', 'no-restricted-syntax'],
  ['src', "text.replaceAll('a', 'b')", 'no-restricted-syntax'],
  ['src', 'structuredClone(x)', 'no-restricted-syntax'],
  ['src', 'a file of 301 lines', 'max-lines'],
])('%s: %s breaks %s', (place, code, rule) => {
  expect(broken(place, code)).toContain(rule)
})

it.each([
  ['domain', 'new Date(ms)'],
  ['domain', 'entry.at'],
  ['domain', 'a function of 40 lines'],
  ['cloud', 'new Date(ms)'],
  ['src', 'Date.now()'],
  ['domain', 'fact.periodKey === period.key'],
  ['cloud', 'memberIds.includes(member._id)'],
  ['src', 'a file of 300 lines'],
])('%s: %s is allowed', (place, code) => {
  expect(broken(place, code)).toEqual([])
})
