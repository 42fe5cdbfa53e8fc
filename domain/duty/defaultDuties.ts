import { branchDuties } from './branchDuties'
import type { Duty } from './duty'
import { memberDuties } from './memberDuties'

/** The table a county starts with, in register order; from then on the work committee edits it as data, by version. */
export const defaultDuties: Duty[] = [...memberDuties, ...branchDuties]
