import { judgedDetail, type JudgedFact } from '@domain/fact/fact'
import type { Day } from '@domain/time/day'
import { command } from '../wx/sdk'

/**
 * How a fact comes from the database: a year of a branch is thousands, and the names of their fields would be a fourth of the bytes. Some 200 bytes a
 * row, 700 when every field is as long as it may be: a page of as many rows as there may be is below 900 KB.
 */
export interface Packed {
  _id: string
  k: JudgedFact['kind']
  m: string
  a?: string
  t?: JudgedFact['activityKind']
  h?: string
  d?: string
  p?: string
  o: number
  n: Day
  w: JudgedFact['way']
  c?: number | null
  x?: number
  q?: JudgedFact['detail']
}

const { aggregate: $ } = command

/** For `project`: what is not there stays away; a confirmation that is awaited is null. */
export const packed: Record<keyof Packed, unknown> = {
  _id: 1,
  ...{ k: '$kind', m: '$memberId', a: '$activityId', t: '$activityKind', h: '$householdId' },
  ...{ d: '$dutyId', p: '$periodKey', o: '$occurredAt', n: '$occurredOn', w: '$way' },
  c: $.cond({ if: $.eq(['$confirmed', null]), then: null, else: '$confirmed.at' }),
  x: '$annulled.at',
  q: Object.fromEntries(judgedDetail.map((part) => [part, `$detail.${part}`])),
}

export function unpacked({ _id, k, m, a, t, h, d, p, o, n, w, c, x, q }: Packed): JudgedFact {
  const fact: JudgedFact = { _id, kind: k, memberId: m, occurredAt: o, occurredOn: n, way: w }
  if (a !== undefined) fact.activityId = a
  if (t !== undefined) fact.activityKind = t
  if (h !== undefined) fact.householdId = h
  if (d !== undefined) fact.dutyId = d
  if (p !== undefined) fact.periodKey = p
  if (c !== undefined) fact.confirmed = c === null ? null : { at: c }
  if (x !== undefined) fact.annulled = { at: x }
  if (q !== undefined) fact.detail = q
  return fact
}
