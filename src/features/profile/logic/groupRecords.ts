import type { Records } from '@domain/contract/progress'
import { isAnnounced } from '@domain/progress/isAnnounced'
import { dayOf } from '@domain/time/day'

export type OwnRecord = Records['records'][number]
export type RecordFilter = 'all' | 'meeting' | 'service' | 'visit' | 'deed'

/** Which chip a record belongs to; a service also when it waits or was struck out, and counts for nothing. */
export function filterOf({
  kind,
  countsTowards,
  service,
}: Pick<OwnRecord, 'kind' | 'countsTowards' | 'service'>): RecordFilter {
  if (kind === 'visit') return 'visit'
  if (kind === 'deed') return 'deed'
  if (kind === 'enrolment' || kind === 'excuse') return 'service'
  if (service || countsTowards.some(({ doneBy }) => doneBy === 'service')) return 'service'
  return kind === 'attendance' || kind === 'leave' || kind === 'make_up' ? 'meeting' : 'all'
}

/** How many of them say that something was done, and stand. */
export const standing = (records: readonly Pick<OwnRecord, 'kind' | 'state'>[]): number =>
  records.filter((one) => !isAnnounced(one) && (one.state === 'valid' || one.state === 'waiting')).length

/** A number a record is part of: it opens. */
export interface NumberOf {
  label: string
  dutyId: string
  periodKey: string
}

export const numbersOf = ({ countsTowards }: Pick<OwnRecord, 'countsTowards'>): NumberOf[] =>
  countsTowards.flatMap(({ label, of }) => (of ? { label, ...of } : []))

/** By Shanghai month, in the order given (newest first). */
export function groupByMonth(records: readonly OwnRecord[]): { month: string; records: OwnRecord[] }[] {
  const groups: { month: string; records: OwnRecord[] }[] = []
  for (const record of records) {
    const month = dayOf(record.at).slice(0, 7)
    const last = groups[groups.length - 1]
    if (last?.month === month) last.records.push(record)
    else groups.push({ month, records: [record] })
  }
  return groups
}
