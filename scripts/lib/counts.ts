import { readFileSync } from 'node:fs'

export interface Counts {
  passed: number
  failed: number
}

interface JestReport {
  numPassedTests: number
  numFailedTests: number
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: number
}

/** Counts of a `jest --json` report. */
export function jestCounts(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites }
}

/** Counts of a node:test run, from the closing lines of its TAP report. */
export function tapCounts(file: string): Counts {
  const report = readFileSync(file, 'utf8')
  const closing = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)?.[1] ?? 0)
  return { passed: closing('pass'), failed: closing('fail') + closing('cancelled') }
}

/** Counts of a program whose last lines say them: `194 passed, 0 failed`. */
export function wordedCounts(output: string): Counts {
  const last = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].pop()
  return { passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0) }
}

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
})
