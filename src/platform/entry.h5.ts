import type { EntryCode } from './entryCode'

/** The code in the address (`/?t=…`); it is taken out of the address, so that a reload does not use it again. */
export function entryCode(_launch: unknown): EntryCode | null {
  const address = new URL(window.location.href)
  const text = address.searchParams.get('t')
  if (!text) return null
  address.searchParams.delete('t')
  window.history.replaceState(window.history.state, '', address.toString())
  return { text, fromAlbum: false }
}
