import { pendingCode } from './entryCode'
import { open } from './navigate'
import { scan } from './scan'

/** Scans and hands what was read to the check-in page; nothing happens when the person turned back. */
export async function scanToCheckIn(onThisPage = false): Promise<void> {
  const found = await scan()
  if (!found) return
  pendingCode.set(found)
  if (!onThisPage) open('checkin')
}
