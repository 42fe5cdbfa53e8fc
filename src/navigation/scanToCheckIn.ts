import { scan } from '../platform/scan'
import { type CodeUser, openCode } from './codePage'

/** Scans and leads to where the code is used; nothing when the person turned back. `here`: the page that asks, when it uses codes itself. */
export async function scanToCheckIn(here?: CodeUser): Promise<void> {
  const found = await scan()
  if (found) openCode(found, here)
}
