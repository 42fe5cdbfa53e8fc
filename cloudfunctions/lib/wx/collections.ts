import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import type { Fact } from '@domain/progress/fact'
import type { StoredDuty } from '../duty/storedDuty'
import type { Attempt } from '../identity/attempt'
import type { AuditRow } from '../audit/auditRow'
import type { Identity } from '../identity/identity'
import type { Invitation } from '../binding/invitation'
import type { StoredChange } from '../organisation/storedChange'
import type { Household } from '../identity/household'
import type { Fault } from '../faults/fault'
import type { Feedback } from '../feedback/storedFeedback'
import type { Consent } from '../privacy/storedConsent'
import type { Correction } from '../privacy/storedCorrection'
import type { Deletion } from '../privacy/storedDeletion'
import type { Credits } from '../reminder/credits'
import type { StoredImport } from '../imports/stored'
import type { RemindState } from '../reminder/inRotation'
import type { StoredReminder } from '../reminder/storedReminder'
import type { RollupState } from '../rollup/rollupState'
import type { StoredRollup } from '../rollup/storedRollup'
import type { StoredWorkYear } from '../workdays/storedWorkYear'
import type { View } from '../views/storedView'

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
