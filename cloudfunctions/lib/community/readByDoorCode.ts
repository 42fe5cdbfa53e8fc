import { readCode } from '@domain/checkin/code'
import { codePrefix } from '../ground/codePrefix'
import type { Household } from '../store/collections/households'
import { find } from '../store/find'

/** The household of a door code. What is no door code is looked up all the same: how long the answer takes tells nothing. */
export async function readByDoorCode(text: string): Promise<Household | null> {
  const read = readCode(text, codePrefix())
  const doorCode = read?.type === 'household' ? read.doorCode : ''
  const [household] = await find('households', { doorCode }, { limit: 1 })
  return household ?? null
}
