import { pageOfCode } from './codePage'
import type { EntryCode } from './entryCode'
import { addressOf } from './routes'

/** Taken out of the address (`/?t=…`), so that a reload does not use it again; the router then starts on the page of the code. */
function takeFromAddress(): EntryCode | null {
  const address = new URL(window.location.href)
  const text = address.searchParams.get('t')
  if (!text) return null
  const page = pageOfCode(text)
  address.searchParams.delete('t')
  address.hash = `#${addressOf(page, page === 'checkin' ? {} : { t: text })}`
  window.history.replaceState(null, '', address.toString())
  return page === 'checkin' ? { text, fromAlbum: false } : null
}

// Read while the scripts load: the router looks at the address right afterwards.
let code = takeFromAddress()

/** The code in the address the page was opened with, once. */
export function entryCode(_launch: unknown): EntryCode | null {
  const taken = code
  code = null
  return taken
}
