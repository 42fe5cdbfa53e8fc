import type { Activity, JudgedActivity } from '@domain/activity/activity'
import { oneOf } from './conditions'
import { find } from './find'

const fields = [
  ...(['kind', 'title', 'hostId', 'hostType', 'branchId', 'state', 'startsAt', 'endsAt', 'place'] as const),
  ...([
    'chairId',
    'recorderId',
    'topic',
    'lecturerId',
    'lecturerName',
    'forYear',
    'serviceKind',
    'carries',
    'reopenedAt',
    'jointOf',
    // A 补录 counts when a second person has said yes, also for who came from elsewhere.
    'late',
    'updatedAt',
  ] as const),
] as const

/** What numbers are judged by, but for who is expected: some 450 bytes a row. */
const judged: Record<Exclude<keyof JudgedActivity, '_id' | 'expected'>, true> = {
  ...({ kind: true, title: true, hostId: true, hostType: true, branchId: true, state: true } as const),
  ...({ startsAt: true, endsAt: true, reopenedAt: true, forYear: true, hours: true } as const),
  ...({ topic: true, lecturerId: true, lecturerName: true, serviceKind: true, carries: true } as const),
  ...({ jointOf: true, late: true, updatedAt: true } as const),
}
export const judgedFields = Object.keys(judged) as (keyof typeof judged)[]

/** Activities by their ids, without lists of people, agenda and key. */
export async function readActivities(ids: readonly string[]): Promise<Activity[]> {
  const rows = await find('activities', { _id: oneOf(ids) }, { limit: 5000, fields })
  return rows.map((row) => ({ absences: [], agenda: [], createdBy: '', nonce: '', expected: [], ...row }))
}
