import type { EntryCode } from './entryCode'

/** Taken out of the address (`/?t=…`), so that a reload does not use it again; the router then starts on the check-in page. */
function takeFromAddress(): EntryCode | null {
  const address = new URL(window.location.href)
  const text = address.searchParams.get('t')
  if (!text) return null
  address.searchParams.delete('t')
  address.hash = '#/pages/checkin/index'
  window.history.replaceState(null, '', address.toString())
  return { text, fromAlbum: false }
}

// Read while the scripts load: the router looks at the address right afterwards.
let code = takeFromAddress()

/** The code in the address the page was opened with, once. */
export function entryCode(_launch: unknown): EntryCode | null {
  const taken = code
  code = null
  return taken
}
