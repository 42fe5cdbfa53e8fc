import { readCode } from '@domain/checkin/code'
import { type EntryCode, pendingCode } from './entryCode'
import { open, replace } from './navigate'

type CodePage = 'visit' | 'checkin' | 'invitation' | 'reportIn'

/** Where a code is used: a door code on the visit page, an invitation on its own, a 报到码 where one reports, every other on the check-in page, which says so when it is none of ours. */
export function pageOfCode(text: string): CodePage {
  const type = readCode(text)?.type
  if (type === 'household') return 'visit'
  if (type === 'community') return 'reportIn'
  return type === 'invitation' ? 'invitation' : 'checkin'
}

/** Pages that use codes themselves. */
export type CodeUser = 'visit' | 'checkin'

/**
 * Leads to the page of a code. Door codes and invitations do not change and travel in the address; an activity's code is taken once and is
 * handed over. `here`: the page that asked, whose place is taken unless it is the right one already.
 */
export function openCode(code: EntryCode, here?: CodeUser): void {
  const go = here ? replace : open
  const page = pageOfCode(code.text)
  if (page !== 'checkin') {
    pendingCode.set(null)
    go(page, { t: code.text })
    return
  }
  pendingCode.set(here === 'checkin' ? { ...code, again: true } : code)
  if (here !== 'checkin') go('checkin')
}
