import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import type { Fact } from '@domain/fact/fact'
import type { StoredDuty } from './duties'
import type { Attempt } from './attempts'
import type { AuditRow } from './audit'
import type { Identity } from './identities'
import type { StoredChange } from './organisationChanges'
import type { Household } from './households'
import type { Fault } from './faults'
import type { Feedback } from './feedback'
import type { Consent } from './consents'
import type { Correction } from './corrections'
import type { Deletion } from './deletions'
import type { Credits } from './credits'
import type { StoredImport } from './imports'
import type { StoredReminder } from './reminders'
import type { RollupState } from './rollupState'
import type { StoredRollup } from './rollups'
import type { StoredWorkYear } from './workYears'
import type { View } from './views'
import type { Invitation } from './invitations'
import type { RemindState } from './remindState'

/** Every collection in use and what stands in it. Clients read and write none of them. */
export interface Collections {
  organisations: Organisation
  members: Member
  identities: Identity
  invitations: Invitation
  activities: Activity
  facts: Fact
  duties: StoredDuty & { updatedAt?: Date }
  households: Household
  imports: StoredImport
  organisationChanges: StoredChange
  attempts: Attempt
  audit: AuditRow
  reminders: StoredReminder
  credits: Credits
  rollups: StoredRollup
  /** Rows of several kinds, each under an id of its own. */
  settings: RollupState | RemindState | StoredWorkYear
  consents: Consent
  views: View
  corrections: Correction
  deletions: Deletion
  feedback: Feedback
  faults: Fault
}
export type CollectionName = keyof Collections
