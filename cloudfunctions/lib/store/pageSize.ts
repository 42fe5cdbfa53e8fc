import type { CollectionName } from './collections/collections'
import { MOST_ROWS } from './readInPages'

/** Bytes of an answer, with room below the 1 MB over which an answer may fail. */
const MOST_BYTES = 900_000

/** Bytes a document takes in an answer when every field of it is as long as its contract lets it be, or as a register of decades makes it. */
const wholeBytes: Record<CollectionName, number> = {
  organisations: 1_500,
  organisationChanges: 6_000,
  members: 3_000,
  identities: 3_000,
  invitations: 1_500,
  // 500 people expected, as many absent, and an agenda.
  activities: 90_000,
  facts: 1_250,
  duties: 3_000,
  households: 2_000,
  imports: 220_000,
  reminders: 2_500,
  credits: 2_000,
  // Of a county of 500 branches.
  rollups: 850_000,
  settings: 400_000,
  attempts: 600,
  audit: 1_250,
  consents: 250,
  views: 15_000,
  corrections: 1_250,
  deletions: 500,
  feedback: 6_000,
  faults: 600,
}

/** Fields that are longer than a name, a day or an instant. */
const longFields: Partial<Record<string, number>> = {
  expected: 50_000,
  absences: 40_000,
  agenda: 6_000,
  movedFrom: 1_200,
  carries: 300,
  memberships: 600,
  posts: 700,
  households: 500,
  contactPoints: 300,
  exemptions: 700,
  grants: 2_000,
  items: 1_500,
  detail: 300,
  annulled: 250,
  rows: 200_000,
  branches: 800_000,
}
const FIELD_BYTES = 75

/** How many rows of a question may be asked for at first, so that whatever stands in them no answer comes near its limit. */
export function pageSize(name: CollectionName, fields?: readonly string[]): number {
  const picked = (fields ?? []).reduce((sum, field) => sum + (longFields[field] ?? FIELD_BYTES), FIELD_BYTES)
  const bytes = fields === undefined ? wholeBytes[name] : Math.min(picked, wholeBytes[name])
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_BYTES / bytes)))
}
