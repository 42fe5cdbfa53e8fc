import type { Organisation } from '@domain/org/organisation'
import { type PaperSpan, paperSpan } from '@domain/papers/paperSpan'
import type { Day } from '@domain/time/day'
import { isClosed } from '@domain/time/entryDeadline'
import { aboutBranch } from '../entry/targets'
import type { Context, Found } from '../entry/useCase'

/** A branch and the months asked of it; null: no such span. */
export interface BranchSpan {
  node: Organisation
  span: PaperSpan | null
}

interface Request {
  branchId: string
  periodKey: string
  until?: string | undefined
}

/** Actions about months of a branch: running while something of them may still be entered. */
export function aboutSpan(request: Request, context: Context): Found<BranchSpan> | null {
  const found = aboutBranch(request, context)
  const span = paperSpan(request.periodKey, request.until)
  const isRunning = span === null || !isClosed(span, context)
  return found && { about: { ...found.about, isRunning }, loaded: { node: found.loaded, span } }
}

/** Whether there is such a span, and something of it has begun: of what lies ahead nothing is told. */
export const hasBegun = (span: PaperSpan | null, today: Day): span is PaperSpan =>
  span !== null && span.from <= today
