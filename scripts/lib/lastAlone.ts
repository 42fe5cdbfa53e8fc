import { readFileSync } from 'node:fs'
import path from 'node:path'

interface JestReport {
  startTime: number
  testResults: { name: string; endTime: number }[]
}

/** Of a stage's time, the share that one file may run on alone. */
const MOST = 0.08

/**
 * The file of a `jest --json` report for which all the others waited at the end, in a sentence: it belongs into `tests/longest.json`, so that it begins
 * first. undefined: none did, by more than that share.
 */
export function lastAlone(file: string): string | undefined {
  const { startTime, testResults } = JSON.parse(readFileSync(file, 'utf8')) as JestReport
  const [last, before] = [...testResults].sort((a, b) => b.endTime - a.endTime)
  if (!last || !before || last.endTime - before.endTime <= MOST * (last.endTime - startTime)) return undefined
  const seconds = ((last.endTime - before.endTime) / 1000).toFixed(0)
  return `${path.relative('.', last.name)} ran ${seconds} s after all others had ended: it should begin sooner`
}
