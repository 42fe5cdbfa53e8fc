import type { Records } from '@domain/contract/progress'
import { dayOf } from '@domain/period/day'

export type OwnRecord = Records['records'][number]
export type RecordFilter = 'all' | 'meeting' | 'service' | 'visit' | 'deed'

const serviceDuty = 'community_service'

/** Which chip a record belongs to; a service is an attendance that counts towards the community's duty or says so in its title. */
export function filterOf({ kind, countsTowards }: Pick<OwnRecord, 'kind' | 'countsTowards'>): RecordFilter {
  if (kind === 'visit') return 'visit'
  if (kind === 'deed') return 'deed'
  if (kind === 'enrolment' || kind === 'excuse') return 'service'
  if (countsTowards.some((label) => label === serviceDuty || label === '社区服务')) return 'service'
  return kind === 'attendance' || kind === 'leave' ? 'meeting' : 'all'
}

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
