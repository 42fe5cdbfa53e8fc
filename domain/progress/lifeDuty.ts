import { kindLabels } from '../activity/kindLabels'
import type { ActivityKind } from '../contract/words'
import type { Duty } from '../duty/duty'
import type { PeriodKind } from '../time/period'

/** What stands where a duty's id does for a kind without a minimum (DUTIES row 10): `life:lecture`. */
export const lifeId = (kind: ActivityKind): string => `life:${kind}`

const kinds = Object.keys(kindLabels) as ActivityKind[]

/** The kind behind such an id; undefined for a duty's. */
export const lifeKindOf = (dutyId: string): ActivityKind | undefined =>
  kinds.find((kind) => lifeId(kind) === dutyId)

/** A stand-in for the duty no member has: attendance without minimum. */
export const lifeDuty = (kind: ActivityKind, period: PeriodKind): Duty => ({
  _id: `${lifeId(kind)}@1`,
  id: lifeId(kind),
  version: 1,
  subject: 'member',
  label: '',
  text: '',
  measure: '场',
  period,
  minimum: null,
  counts: { what: 'attended', kinds: [kind] },
  conditions: [],
  basis: { document: '' },
  order: 10,
  validFrom: '2026-01-01',
})
