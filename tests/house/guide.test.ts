import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const sources = ['src', 'domain', 'cloudfunctions'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8')),
)
/** What 使用说明 has people tap or read on the phone. */
const quoted = [
  ...new Set(
    [...readFileSync('docs/使用说明.md', 'utf8').matchAll(/“([^”]+)”/g)].map(([, words = '']) => words),
  ),
]

test('whatever 使用说明 has people look for stands on a page in these words', () => {
  expect(quoted.length).toBeGreaterThan(30)
  expect(quoted.filter((words) => !sources.some((source) => source.includes(words)))).toEqual([])
})
