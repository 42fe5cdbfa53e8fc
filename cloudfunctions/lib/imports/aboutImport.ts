import { refuse } from '@domain/contract/answer'
import type { Refusal } from '@domain/contract/answer'
import type { Found } from '../dispatch/useCase'
import { readHead } from './store'
import type { ImportHead } from './stored'

/** Actions about an import: who started it goes on with it, nobody else. */
export async function aboutImport({
  importId,
}: {
  importId: string
}): Promise<Found<ImportHead> | Refusal | null> {
  const head = await readHead(importId)
  if (!head) return null
  return { about: { startedBy: head.startedBy }, loaded: head }
}

/** An import whose rows can be looked at. */
export const isRead = ({ state }: ImportHead): boolean =>
  state === 'ready' || state === 'applying' || state === 'applied'

export const notRead = refuse('try_again')
