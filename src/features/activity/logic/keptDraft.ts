/** What was typed into a form and not sent: kept while the mini-program runs, so that going back loses nothing. Keyed by page and place. */
const kept = new Map<string, unknown>()

export interface KeptDraft<T> {
  read: () => T | undefined
  keep: (draft: T) => void
  drop: () => void
}

/** `keptDraft<Form>('held branch1').keep(form)` */
export const keptDraft = <T>(key: string): KeptDraft<T> => ({
  read: () => kept.get(key) as T | undefined,
  keep: (draft) => void kept.set(key, draft),
  drop: () => void kept.delete(key),
})
