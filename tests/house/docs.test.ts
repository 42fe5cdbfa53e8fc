import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { reasons } from '../../domain/contract/reasons'
import { defaultDuties } from '../../domain/duty/defaultDuties'

/** Made by tools, or brought by npm. */
const notOurs = ['node_modules', 'dist', '.local', '.git', 'coverage']
const below = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notOurs.includes(name))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name)
      return entry.isDirectory() ? below(file) : [file]
    })
const ours = below('.')
const text = (file: string) => readFileSync(file, 'utf8')
const top = new Set(ours.map((file) => file.split('/')[0]))

const documents = ours.filter(
  (file) =>
    /^(docs\/.*|README|CHANGELOG|CONTRIBUTING|emulator\/README)(\.md)?$/.test(file) && file.endsWith('.md'),
)
const code = ours.filter((file) => /\.(ts|tsx|js|cjs|mjs)$/.test(file))
const prose = (document: string) => text(document).replace(/^```[\s\S]*?^```/gm, '')
const all = (pattern: RegExp, within: string) => [...within.matchAll(pattern)].map(([, found = '']) => found)

/** Made by a build, or by whoever follows a recipe, or a name with a part to be filled in. */
const elsewhere = /^(dist|\.local|functions|DIR)\/|NAME|[<*…]/
/** What a document means as a place in this repository: a path below one of its folders, or a file of a kind we write. */
const isPath = (token: string) =>
  (/^[.\w@-]+(\/[.\w@-]+)*\/?$/.test(token) && token.includes('/') && top.has(token.split('/')[0])) ||
  /^[.\w-]+\.(ts|tsx|cjs|mjs|md)$/.test(token)

const missing = (document: string): string[] => {
  const named = all(/`([^`\n]+)`/g, prose(document)).filter(
    (token) => isPath(token) && !elsewhere.test(token),
  )
  const linked = all(/\]\(([^)#\s]+)[^)]*\)/g, prose(document))
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => path.posix.join(path.posix.dirname(document), link))
  return [...named, ...linked].filter((file) => !existsSync(file))
}

test('there are documents to look at, and paths in them', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/DUTIES.md', 'docs/RULES.md']))
  expect(all(/`(domain\/[^`\n]+)`/g, text('docs/DUTIES.md')).length).toBeGreaterThan(50)
})

test.each(documents)('every path that %s names is there', (document) => {
  expect(missing(document)).toEqual([])
})

const rows = new Set(all(/^\| (\d+) \|/gm, text('docs/DUTIES.md')).map(Number))
const sections = new Set(all(/^## (\d+)\./gm, text('docs/RULES.md')).map(Number))
const cited = (pattern: RegExp) =>
  code
    .filter((file) => file !== 'tests/house/docs.test.ts')
    .flatMap((file) =>
      all(pattern, text(file)).flatMap((list) =>
        all(/(\d+)/g, list).map((row) => ({ file, row: Number(row) })),
      ),
    )

test('every row of the duties that code cites stands in docs/DUTIES.md, and so do the decisions', () => {
  const found = cited(/\bDUTIES rows? ((?:\d+(?:, | and )?)+)/g)
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter(({ row }) => !rows.has(row))).toEqual([])
  expect(text('docs/DUTIES.md')).toContain('\n## Decisions\n')
})

test('every section of the rules that code cites stands in docs/RULES.md', () => {
  const found = cited(/\bRULES (\d+)/g)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ row }) => !sections.has(row))).toEqual([])
})

test('every default rule is named in the row of the duties it stands for', () => {
  const lines = text('docs/DUTIES.md').split('\n')
  const lost = defaultDuties.filter(
    ({ id, order }) => !lines.some((line) => line.startsWith(`| ${order} |`) && line.includes(`\`${id}\``)),
  )
  expect(lost.map(({ id }) => id)).toEqual([])
})

test('the worked cases that a row of the duties names hold cases of its rule', () => {
  const lines = text('docs/DUTIES.md').split('\n')
  const lost = defaultDuties.flatMap(({ id, order }) => {
    const line = lines.find((one) => one.startsWith(`| ${order} |`)) ?? ''
    return all(/`(domain\/progress\/cases\/\w+\.txt)`/g, line)
      .filter((file) => !text(file).includes(`[${order}] `))
      .map((file) => `${id}: ${file}`)
  })
  expect(lost).toEqual([])
})

test('every worked case begins with a row of the duties', () => {
  const cases = ours.filter((file) => /^domain\/progress\/cases\/\w+\.txt$/.test(file))
  const begun = cases.flatMap((file) => all(/^\[(\d+)\]/gm, text(file)).map(Number))
  expect(begun.length).toBeGreaterThan(100)
  expect(begun.filter((row) => !rows.has(row))).toEqual([])
})

const comment = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g
const shouted = /\b([A-Z]{4,})\b/g
/** Words of the trade, which no constant of ours is called. */
const ofTheTrade = ['IEEE', 'STRICT', 'PRIVATE', 'WXML', 'WXSS']

test('a comment leans on no document that is not in the repository', () => {
  const constants = new Set(code.flatMap((file) => all(shouted, text(file).replace(comment, ''))))
  const lost = code.flatMap((file) =>
    (text(file).match(comment) ?? []).flatMap((words) => {
      const files = all(/([\w/-]+\.md)\b/g, words).filter((name) => ![name, `docs/${name}`].some(existsSync))
      const names = all(shouted, words)
        .filter((word) => !constants.has(word) && !ofTheTrade.includes(word))
        .filter((word) => !existsSync(`docs/${word}.md`))
      const drawings = all(/(\(\d{1,2}[a-h]\))/g, words)
      return [...files, ...names, ...drawings].map((name) => `${file}: ${name}`)
    }),
  )
  expect(lost).toEqual([])
})

test('every path that a comment names from the root is there', () => {
  const rooted =
    /(?<![\w./@:-])((?:domain|cloudfunctions|src|tests|scripts|emulator|config|docs)\/[\w./-]*\w)/g
  const lost = code.flatMap((file) =>
    (text(file).match(comment) ?? []).flatMap((words) =>
      all(rooted, words)
        .filter((name) => !existsSync(name))
        .map((name) => `${file}: ${name}`),
    ),
  )
  expect(lost).toEqual([])
})

test('a comment promises no refusal that the cloud does not know', () => {
  const named = code
    .filter((file) => /^(domain|cloudfunctions)\//.test(file))
    .flatMap((file) =>
      all(/\bRefusals?:([\s\S]*?)(?:\*\/|\.\s)/g, text(file)).flatMap((list) =>
        all(/\b([a-z]+(?:_[a-z]+)+)\b/g, list.replace(/\([^)]*\)/g, '')),
      ),
    )
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((name) => !reasons.some((reason) => reason === name))).toEqual([])
})
