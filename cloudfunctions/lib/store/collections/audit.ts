import type { Audited } from '@domain/access/auditTable'
import { collection } from './collection'
import type { CollectionName } from './collections'

/** What stood there before or stands there now: ids, days, states, posts, numbers. Never anything somebody typed. */
export type Told = Record<string, unknown>

/**
 * Who did what to whose record, when, and from what to what. Written before the change it tells of (audited.ts), taken back when that did not
 * come about; afterwards it is never changed.
 */
export interface AuditRow {
  /** Made of what was done, by whom and on which request: a resend finds its own. */
  _id: string
  what: Audited
  /** memberId of who did it; of someone without one `outside:` and the id of the right held, which leads to that right alone. */
  by: string
  at: number
  memberId?: string
  activityId?: string
  importId?: string
  /** Where it was done: the branch, the unit, the community or village whose word it is. */
  placeId?: string
  /** What it did: yes or no, the absence reason, how many, … */
  result?: string
  from?: Told
  to?: Told
  /** The documents that carry the row's id in `audited` once they are changed; of identities no id is kept, they are found by it alone. */
  of?: { name: CollectionName; ids?: readonly string[] }
  /** Nobody knows yet whether it came about: a call is at work, or was cut short and the night looks it up (settleAudit.ts). */
  state?: 'begun'
  updatedAt: Date
}

export const audit = collection<AuditRow>({
  bytes: 1_250,
  indexes: [
    { name: 'activity', keys: ['activityId', 'at'] },
    { name: 'member', keys: ['memberId', 'at'] },
    { name: 'state', keys: ['state', 'at'] },
  ],
})
