import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lastAlone } from './lastAlone'

/** A report of files that end at these seconds. */
function report(ends: Record<string, number>): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'report-')), 'report.json')
  const testResults = Object.entries(ends).map(([name, end]) => ({
    name: path.resolve(name),
    endTime: end * 1000,
  }))
  writeFileSync(file, JSON.stringify({ startTime: 0, testResults }))
  return file
}

test('the file for which all others waited is named with its seconds', () => {
  expect(lastAlone(report({ 'a.test.ts': 60, 'late.test.ts': 100, 'b.test.ts': 55 }))).toBe(
    'late.test.ts ran 40 s after all others had ended: it should begin sooner',
  )
})

test('a stage whose files end together has none, and a single file waits for nobody', () => {
  expect(lastAlone(report({ 'a.test.ts': 95, 'b.test.ts': 100 }))).toBeUndefined()
  expect(lastAlone(report({ 'a.test.ts': 100 }))).toBeUndefined()
})
