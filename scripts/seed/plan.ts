import type { AgendaItem } from '@domain/activity/activity'
import type { ActivityKind, OrganisationType, Way } from '@domain/contract/words'
import type { Member } from '@domain/org/member'

/**
 * How one member is known to have turned up; `minutes` relative to the beginning,
 * `waitsFor` whose word on a late entry is still missing.
 */
export type Turnout = { way: Way; minutes?: number; waitsFor?: string } | 'leave' | 'absent'

/** A meeting as someone planned it; what became of it is derived from the clock and the people. */
export interface Plan {
  /** Names the activity: its id and every draw of chance come from it. */
  key: string
  kind: ActivityKind
  title: string
  hostId: string
  hostType: OrganisationType
  branchId: string
  startsAt: number
  endsAt: number
  place: string
  chairId: string
  recorderId: string
  organiserId: string
  witnessIds: string[]
  expected: Member[]
  carries: ActivityKind[]
  agenda: AgendaItem[]
  topic?: string
  lecturerId?: string
  /** Share of those free to come who come. */
  rate: number
  /** Written by hand for some; everybody else follows `rate`. */
  turnout: Map<string, Turnout>
  /** The record is not confirmed though its time has come. */
  leftClosed: boolean
}
