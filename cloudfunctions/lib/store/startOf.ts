import { defaultDuties } from '@domain/duty/defaultDuties'
import type { Duty } from '@domain/duty/duty'
import { SETUP, type StoredSetup } from './collections/settings'

interface Start {
  duties: Duty[]
  settings: Omit<StoredSetup, 'updatedAt'>[]
}

/** What every county starts with besides its organisations, the demo county too: the default rules, and the row that says since when (ms). */
export const startOf = (now: number): Start => ({
  duties: defaultDuties,
  settings: [{ _id: SETUP, kind: 'setup', at: now }],
})
