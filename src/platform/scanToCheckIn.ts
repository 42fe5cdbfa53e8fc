import { pendingCode } from './entryCode'
import { open } from './navigate'
import { scan } from './scan'

/** Scans and hands what was read to the check-in page, opening it unless it is the page that asked; nothing when the person turned back. */
export async function scanToCheckIn(onCheckInPage = false): Promise<void> {
  const found = await scan()
  if (!found) return
  pendingCode.set(found)
  if (!onCheckInPage) open('checkin')
}
