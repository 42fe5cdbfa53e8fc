import type { Action } from '@domain/contract/actions'

/** How phones of the version before say and read an action; what is left out is the same today. */
export interface Translation {
  /** What it is called today. */
  action?: Action
  /** Makes a request of today's out of theirs, which nobody has looked at yet: what makes no sense it hands on. */
  request?: (data: unknown) => unknown
  /** Makes their answer out of today's. */
  answer?: (data: unknown) => unknown
}

/**
 * By the name an action had in the version before. Written when `contractVersion` is raised, thrown away when it is raised again;
 * tests/house/contract.test.ts says which actions need one. Versions that understand one another need none.
 */
export const translations: ReadonlyMap<string, Translation> = new Map()
