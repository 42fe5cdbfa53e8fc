import { decoded } from '../platform/decoded'
import { createStore } from '../platform/store'

/** The code the mini-program was opened with or has just scanned, until the check-in page takes it. */
export interface EntryCode {
  text: string
  fromAlbum: boolean
  /** The mini-program was opened by it: the first page leads on to the check-in page. */
  launched?: boolean
  /** Scanned on the check-in page itself: also a page that has taken a code takes this one. */
  again?: boolean
}

/** WeChat's scenes for "from a picture": album, long press on a picture; of a plain code and of a mini-program code. */
const pictureScenes = [1012, 1013, 1048, 1049]

/** Reads what a page was opened with: `q` is the address in a plain code, `scene` the text of a mini-program code, `t` a code handed over. */
export function entryCodeOf(query: Record<string, string | undefined>, scene?: number): EntryCode | null {
  const text = query.q ?? query.t ?? query.scene
  if (!text) return null
  return { text: decoded(text), fromAlbum: pictureScenes.includes(scene ?? 0) }
}

export const pendingCode = createStore<EntryCode | null>(null)
