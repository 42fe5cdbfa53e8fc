import type { RowReason, Verdict } from '../contract/imports'

/** What would happen to a row, and what to choose from where it must be asked. */
export interface Judged {
  verdict: Verdict
  reason?: RowReason
  changes: { field: string; before: string; after: string }[]
  options: { key: string; label: string }[]
}

export const refused = (reason: RowReason): Judged => ({
  verdict: 'refuse',
  reason,
  changes: [],
  options: [],
})
export const asked = (reason: RowReason, options: Judged['options']): Judged => ({
  verdict: 'ask',
  reason,
  changes: [],
  options,
})

/** The fields that differ, those of something new against nothing. */
export const differences = <F extends string>(
  fields: readonly F[],
  before: Record<F, string> | null,
  after: Record<F, string>,
): Judged['changes'] =>
  fields.flatMap((field) => {
    const was = before?.[field] ?? ''
    return was === after[field] ? [] : [{ field, before: was, after: after[field] }]
  })
