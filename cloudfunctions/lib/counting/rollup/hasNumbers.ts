import type { Organisation } from '@domain/org/organisation'

/** Kinds of organisations that have their own numbers in a period's document. */
export const hasNumbers = (node: Pick<Organisation, 'type'> | undefined): boolean =>
  node?.type === 'branch' || node?.type === 'unit'
