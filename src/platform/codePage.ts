import { readCode } from '@domain/checkin/code'
import { type EntryCode, pendingCode } from './entryCode'
import { open, replace } from './navigate'

/** Where a code is used: a household's door code on the visit page, every other on the check-in page, which says so when it is none of ours. */
export const pageOfCode = (text: string): 'visit' | 'checkin' =>
  readCode(text)?.type === 'household' ? 'visit' : 'checkin'

/**
 * Leads to the page of a code. A door code never changes and travels in the address; an activity's code is taken once and is handed over.
 * `here`: the page that asked, whose place is taken unless it is the right one already.
 */
export function openCode(code: EntryCode, here?: 'visit' | 'checkin'): void {
  const go = here ? replace : open
  if (pageOfCode(code.text) === 'visit') {
    pendingCode.set(null)
    go('visit', { t: code.text })
    return
  }
  pendingCode.set(here === 'checkin' ? { ...code, again: true } : code)
  if (here !== 'checkin') go('checkin')
}
