import type { BranchProgress } from '@domain/contract/progress'
import { fitting } from '../../ground/fitting'

/** An answer with as many rows from one on (0 first) as go to a phone at once, and where the next ones begin when there are more. */
export function rowsFrom(answer: BranchProgress, from: number): BranchProgress {
  const rows = fitting(answer.rows.slice(from), { ...answer, rows: [] })
  const next = from + rows.length
  return { ...answer, rows, ...(next < answer.rows.length && { next }) }
}
