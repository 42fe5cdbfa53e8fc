import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { buildStale } from './buildTargets'
import { check, firstAnswer, jest, prettierCache, type Stage } from './stages'

const git = (...args: string[]): string[] =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .filter(Boolean)

/** Where the work began: the last commit shared with what is published, or with main; else the last commit. */
function start(): string {
  for (const published of ['origin/main', 'main']) {
    try {
      const [base] = git('merge-base', 'HEAD', published)
      if (base) return base
    } catch {
      // No such branch here.
    }
  }
  return 'HEAD'
}

/** Files that differ from where the work began, committed or not; those that are gone are not listed. */
export function changedFiles(): string[] {
  const files = [
    ...git('diff', '--name-only', '--diff-filter=d', start()),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]
  return [...new Set(files)].filter((file) => existsSync(file)).sort()
}

const isCode = (file: string) => /\.[cm]?[jt]sx?$/.test(file)

/** What `npm test -- changed` leaves to `npm test`. */
export const leftOut =
  'left to npm test: functions whose test imports none of these files, the mini-program, the journeys, and the rules in further time zones'

/** The stages that tell most about the changed files in the least time. */
export function changedWaves(): Stage[][] {
  const files = changedFiles()
  const code = files.filter(isCode)
  const format = [
    'prettier',
    '--check',
    '--log-level=warn',
    '--ignore-unknown',
    ...prettierCache,
    ...files,
  ] as const
  const related = async () => {
    if (code.length === 0) return { counts: { passed: 0, failed: 0 }, note: 'no code has changed' }
    await buildStale(['cloud'], () => undefined)
    const projects = ['domain', 'ui', 'emulator', 'cloud']
    const result = await jest(projects, 'UTC', { more: ['--passWithNoTests', '--findRelatedTests', ...code] })
    const { passed, failed } = result.counts
    // Of scripts and settings no test may know; that is no fault here.
    return passed + failed === 0
      ? { counts: result.counts, note: 'no test imports what has changed' }
      : result
  }
  return [
    [...firstAnswer, { name: 'format', work: () => (files.length > 0 ? check([...format]) : check()) }],
    [
      { name: 'related tests', work: related },
      // They read files instead of importing them.
      { name: 'house', work: () => jest(['house'], 'UTC', { more: ['--testPathPatterns=tests/house'] }) },
    ],
  ]
}
