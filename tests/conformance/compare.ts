import type { Exclusion } from './expected'

export interface TestOutcome {
  /** Below upstream's `test/database/`. */
  file: string
  name: string
  status: 'passed' | 'failed' | 'skipped'
  message: string
}

export interface Expectation {
  found: number
  skipped: Record<string, readonly string[]>
  excluded: Record<string, Exclusion>
}

const named = ({ file, name }: TestOutcome) => `${file}: ${name}`

function judge(test: TestOutcome, { excluded }: Expectation): string[] {
  const exclusion = excluded[named(test)]
  if (test.status === 'passed')
    return exclusion === undefined ? [] : [`${named(test)}\n  passes: take it off the list`]
  if (test.status === 'skipped') return []
  if (exclusion === undefined) return [`${named(test)}\n  ${test.message}`]
  if (test.message.includes(exclusion.refusal)) return []
  return [`${named(test)}\n  should fail by "${exclusion.refusal}", but:\n  ${test.message}`]
}

/** Everything in which a run differs from what is expected; empty when it is as it should be. */
export function compare(tests: readonly TestOutcome[], expected: Expectation): string[] {
  const problems = tests.flatMap((test) => judge(test, expected))
  if (tests.length !== expected.found)
    problems.push(`${tests.length} tests were found instead of ${expected.found}`)
  const skipped = tests.filter(({ status }) => status === 'skipped').map(named)
  const mayBeSkipped = Object.entries(expected.skipped).flatMap(([file, names]) =>
    names.map((name) => `${file}: ${name}`),
  )
  if (skipped.sort().join('\n') !== mayBeSkipped.sort().join('\n'))
    problems.push(`skipped were\n  ${skipped.join('\n  ')}\ninstead of\n  ${mayBeSkipped.join('\n  ')}`)
  const present = new Set(tests.map(named))
  for (const name of Object.keys(expected.excluded))
    if (!present.has(name)) problems.push(`${name}\n  is on the list, but there is no such test`)
  return problems
}
