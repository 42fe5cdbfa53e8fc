import { compare, type TestOutcome } from './compare'
import { excluded, FOUND, skippedUpstream } from './expected'

const expected = {
  found: 3,
  skipped: { 'a.test.ts': ['skipped'] },
  excluded: { 'a.test.ts: near': { reason: 'geo', refusal: 'does not support $near' } },
}

const passing: TestOutcome = { file: 'a.test.ts', name: 'adds', status: 'passed', message: '' }
const near: TestOutcome = {
  file: 'a.test.ts',
  name: 'near',
  status: 'failed',
  message: 'Error: the emulator does not support $near',
}
const skipped: TestOutcome = { file: 'a.test.ts', name: 'skipped', status: 'skipped', message: '' }

describe('a run of the upstream suite', () => {
  it('is right when all pass but those on the list', () => {
    expect(compare([passing, near, skipped], expected)).toEqual([])
  })

  it('is wrong when a test that is not on the list fails', () => {
    const failing: TestOutcome = { ...passing, status: 'failed', message: 'expected 1 got 2' }
    expect(compare([failing, near, skipped], expected)).toEqual(['a.test.ts: adds\n  expected 1 got 2'])
  })

  it('is wrong when a test on the list passes', () => {
    const problems = compare([passing, { ...near, status: 'passed' }, skipped], expected)
    expect(problems).toEqual(['a.test.ts: near\n  passes: take it off the list'])
  })

  it('is wrong when a test on the list fails for another reason than the refusal', () => {
    const [problem] = compare([passing, { ...near, message: 'ETIMEDOUT' }, skipped], expected)
    expect(problem).toContain('ETIMEDOUT')
  })

  it('is wrong when one test more or less is found', () => {
    const more = compare([passing, passing, near, skipped], expected)
    expect(more).toEqual(['4 tests were found instead of 3'])
    expect(compare([near, skipped], expected)).toEqual(['2 tests were found instead of 3'])
  })

  it('is wrong when a test is skipped that upstream does not skip', () => {
    const [problem] = compare([{ ...passing, status: 'skipped' }, near, skipped], expected)
    expect(problem).toContain('a.test.ts: adds')
  })

  it('is wrong when the list names a test that is not there', () => {
    const problems = compare([passing, passing, skipped], expected)
    expect(problems).toEqual(['a.test.ts: near\n  is on the list, but there is no such test'])
  })
})

it('191 of the 205 tests must pass: 9 are skipped upstream, 5 ask for geo', () => {
  const skips = Object.values(skippedUpstream).flat()
  expect(FOUND - skips.length - Object.keys(excluded).length).toBe(191)
  expect(Object.values(excluded).every(({ reason }) => reason.startsWith('geo'))).toBe(true)
})
