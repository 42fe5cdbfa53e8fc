import { resetCommand, restoreCommand, snapshotCommand } from './commands'
import { SnapshotError } from './snapshotFile'

export const snapshotUsage = `  snapshot NAME|FILE   keeps the data under a name or in a file
  restore NAME|FILE    brings them back
  reset                takes all data away; snapshots stay`

/** The word that begins a command line, when it is one of these three. */
export const isSnapshotCommand = (word: string | undefined): boolean =>
  word === 'snapshot' || word === 'restore' || word === 'reset'

/** Runs `snapshot`, `restore` or `reset`; what was done, in one sentence. */
export async function runSnapshotCommand(words: readonly string[], dataDir: string): Promise<string> {
  const [what, target, ...more] = words
  const takesTarget = what !== 'reset'
  if (more.length > 0 || (target !== undefined) !== takesTarget)
    throw new SnapshotError(takesTarget ? `${what} takes one name or file` : 'reset takes no name')
  if (what === 'reset') {
    await resetCommand(dataDir)
    return `the data of ${dataDir} are gone`
  }
  if (target === undefined) throw new SnapshotError(snapshotUsage)
  if (what === 'restore') {
    await restoreCommand(dataDir, target)
    return `${dataDir} is as "${target}" kept it`
  }
  await snapshotCommand(dataDir, target)
  return `"${target}" keeps the data of ${dataDir}`
}
