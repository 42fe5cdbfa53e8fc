import type { Person } from '../access/person'
import type { Member } from '../org/member'
import type { Day } from '../time/day'
import type { HouseholdCode } from './entry'
import type { Places } from './places'

/** What a row is held against. */
export interface Register {
  places: Places
  today: Day
  /** Whether the reader runs a branch. */
  isOwn: (branchId: string) => boolean
  /** Who reads it, as a person: of one's own entry a file eases nothing. */
  reader: Person
  /** The branch of a register that names none: the only one the reader runs. */
  onlyBranchId?: string | undefined
  /** Everybody in the county of this name. */
  namesakes: readonly Member[]
  /** Who is secretary of a branch today, as the register has it. */
  secretaries: (branchId: string) => readonly Member[]
  /** An id for every code, of a household known or of one to come. */
  householdId: (code: HouseholdCode) => string
  householdLabel: (householdId: string) => string
}
