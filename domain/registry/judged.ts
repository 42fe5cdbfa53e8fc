import type { RowReason, Verdict } from '../contract/imports'

/** What would happen to a row, and what to choose from where it must be asked. */
export interface Judged {
  /** `flawed` is none: it is how `add` and `change` are shown that have reasons. */
  verdict: Exclude<Verdict, 'flawed'>
  /** Why it is refused or asked about, or what is left out of it. */
  reasons: RowReason[]
  changes: { field: string; before: string; after: string }[]
  options: { key: string; label: string }[]
}

export const refused = (...reasons: RowReason[]): Judged => ({
  verdict: 'refuse',
  reasons,
  changes: [],
  options: [],
})
export const asked = (reason: RowReason, options: Judged['options']): Judged => ({
  verdict: 'ask',
  reasons: [reason],
  changes: [],
  options,
})

/** The verdict people see: a row that is taken with something left out says so. */
export const shownVerdict = ({ verdict, reasons }: Pick<Judged, 'verdict' | 'reasons'>): Verdict =>
  reasons.length > 0 && (verdict === 'add' || verdict === 'change') ? 'flawed' : verdict

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
