import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import type { Fact } from '@domain/progress/fact'
import type { StoredDuty } from '../duty/storedDuty'
import type { Attempt } from '../identity/attempt'
import type { AuditRow } from '../audit/auditRow'
import type { Identity } from '../identity/identity'
import type { Household } from '../identity/household'
import type { Credits } from '../reminder/credits'
import type { StoredReminder } from '../reminder/storedReminder'
import type { RollupState } from '../rollup/rollupState'
import type { StoredRollup } from '../rollup/storedRollup'

/** Every collection in use and what stands in it. Clients read and write none of them. */
export interface Collections {
  organisations: Organisation
  members: Member
  identities: Identity
  activities: Activity
  facts: Fact
  duties: StoredDuty & { updatedAt?: Date }
  households: Household
  attempts: Attempt
  audit: AuditRow
  reminders: StoredReminder
  credits: Credits
  rollups: StoredRollup
  settings: RollupState
}
export type CollectionName = keyof Collections
