import { asShipped } from '@domain/duty/asShipped'
import type { StoredDuty } from './collections/duties'
import { find } from './find'
import { withEnds } from './withEnds'

/** All versions of all rules as they stand now: who edits must not start from what a warm process remembers. */
export const readVersions = async (): Promise<StoredDuty[]> =>
  withEnds((await find('duties', {}, { limit: 2000 })).map(asShipped))
