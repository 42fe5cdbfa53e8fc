import type { ActivityKind } from '../contract/words'
import type { Duty } from '../duty/duty'
import type { Period } from '../time/period'

/** A stand-in for the duty no member has: attendance without minimum. */
export const lifeDuty = (kind: ActivityKind, { kind: period }: Period): Duty => ({
  _id: `life:${kind}@1`,
  id: `life:${kind}`,
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
