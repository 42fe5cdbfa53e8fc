import type { Duty } from './duty'

/** The table a county starts with; the work committee edits it as data. */
export const defaultDuties: Duty[] = []
