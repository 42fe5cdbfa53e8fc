import type { Fault } from '@domain/contract/committee'
import type { Tree } from '@domain/org/tree'
import { find } from '../store/find'

/** Rows shown at most: more than these is not a branch's trouble any more. */
const SHOWN = 20

/** What was passed over, the oldest first. Of a person or a meeting no name is told. */
export async function readFaults(tree: Tree): Promise<Fault[]> {
  const rows = await find('faults', {}, { limit: 5000, fields: ['job', 'subjectId', 'firstAt'] })
  return rows
    .sort((a, b) => a.firstAt - b.firstAt)
    .slice(0, SHOWN)
    .map(({ job, subjectId, firstAt }) => ({ job, name: tree.get(subjectId)?.name ?? '', since: firstAt }))
}
