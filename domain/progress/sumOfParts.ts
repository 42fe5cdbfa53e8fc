import type { NotOwedReason, ProgressState } from '../contract/words'
import type { Duty } from '../duty/duty'
import type { Period } from '../time/period'
import { fillingFirst } from './doneOfOwed'
import type { Progress } from './progress'

export interface Part {
  name: string
  progress: Progress
}

const stateOf = (parts: readonly Part[], minimum: number | null): ProgressState => {
  if (parts.length === 0) return 'not_owed'
  if (minimum === null) return 'recorded'
  const open = parts.map((part) => part.progress.state).filter((state) => state !== 'done')
  if (open.length === 0) return 'done'
  if (open.includes('missing')) return 'missing'
  return open.includes('planned') ? 'planned' : 'waiting'
}

/** Why none of the groups owes it: there are none, or the last one has only just come into being. */
const whyNone = (all: readonly Part[]): NotOwedReason => all[all.length - 1]?.progress.notOwed ?? 'no_groups'

/** One line for a duty owed by each of several groups: `2/3 党小组会` is two groups done of three. One that does not owe it yet is not among them. */
export const sumOfParts = (
  duty: Duty,
  subjectId: string,
  period: Period,
  all: readonly Part[],
): { progress: Progress; missingNames: string[] } => {
  const { minimum } = duty
  const parts = all.filter(({ progress }) => progress.notOwed === undefined)
  // The record that completed a part stands for it, so that `counted.length` is `done` here too; one entered afterwards only where it was needed.
  const counted = parts.flatMap(({ name, progress }) => {
    const own =
      minimum === null ? progress.counted : fillingFirst(progress.counted).slice(0, minimum).slice(-1)
    return minimum === null || progress.state === 'done'
      ? own.map((record) => ({ ...record, title: `${name} ${record.title}` }))
      : []
  })
  const needed = minimum === null ? null : parts.length
  const open = parts.filter((part) => part.progress.state !== 'done')
  const progress: Progress = {
    dutyId: duty.id,
    version: duty.version,
    subjectId,
    period,
    state: stateOf(parts, minimum),
    done: counted.length,
    needed,
    missing: needed === null ? 0 : needed - counted.length,
    counted,
    notCounted: parts.flatMap((part) => part.progress.notCounted),
    planned: open.flatMap((part) => part.progress.planned),
    ...(parts.length === 0 ? { notOwed: whyNone(all) } : {}),
  }
  const missingNames = open.filter((part) => part.progress.state === 'missing').map((part) => part.name)
  return { progress, missingNames }
}
