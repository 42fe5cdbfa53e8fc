import type { HeadInvitation } from '@domain/contract/setup'
import { identityKey } from '@/platform/session'

let kept: { of: string; papers: readonly HeadInvitation[] } = { of: '', papers: [] }

/**
 * The codes just made, for the page that prints them. They stand nowhere but here: the cloud keeps only their hashes, and the phone must not keep
 * what lets somebody in. With another identity, or after the program was closed, they are gone and are made anew.
 */
export const lastPapers = {
  set: (papers: readonly HeadInvitation[]) => {
    kept = { of: identityKey(), papers }
  },
  get: (): readonly HeadInvitation[] => (kept.of === identityKey() ? kept.papers : []),
}
