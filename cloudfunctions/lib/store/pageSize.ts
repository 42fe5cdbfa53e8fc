import { type CollectionName, collections } from './collections/collections'
import { MOST_ROWS } from './readInPages'

/** Bytes of an answer, with room below the 1 MB over which an answer may fail. */
const MOST_BYTES = 900_000

/** Fields that are longer than a name, a day or an instant. */
const longFields: Partial<Record<string, number>> = {
  expected: 50_000,
  absences: 40_000,
  agenda: 6_000,
  movedFrom: 1_200,
  carries: 300,
  changed: 250,
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
  const bytes = fields === undefined ? collections[name].bytes : Math.min(picked, collections[name].bytes)
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_BYTES / bytes)))
}
