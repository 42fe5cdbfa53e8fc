import { pendingCode } from './entryCode'
import { scan } from './scan'

/** Scans and hands over what was read: the home page opens the check-in page for it, the check-in page itself goes on with it. */
export async function scanToCheckIn(): Promise<void> {
  const found = await scan()
  if (found) pendingCode.set(found)
}
