import type { Activity } from '@domain/activity/activity'
import { announced, atLeast, between, oneOf } from './conditions'
import { find } from './find'

/** What a plan is made from; lists of people are not read. */
const fields = [
  ...(['kind', 'title', 'hostId', 'hostType', 'branchId', 'state', 'startsAt', 'endsAt', 'place'] as const),
  ...([
    'chairId',
    'recorderId',
    'topic',
    'lecturerId',
    'lecturerName',
    'carries',
    'agenda',
    'late',
    'jointOf',
    'reopenedAt',
  ] as const),
  'updatedAt',
] as const

/** What a branch or a unit has held and announced since an instant (ms). */
export async function readPlans(branchId: string, since: number): Promise<Activity[]> {
  const where = { branchId, startsAt: atLeast(since), state: announced() }
  const rows = await find('activities', where, { limit: 5000, fields })
  return rows.map((row) => ({ absences: [], createdBy: '', nonce: '', expected: [], ...row }))
}

/** The hours of what some branches have announced between two instants (ms; by its start, the second exclusive). */
export const readAnnounced = (branchIds: readonly string[], from: number, to: number) =>
  find(
    'activities',
    { branchId: oneOf(branchIds), state: oneOf(['published', 'open']), startsAt: between(from, to - 1) },
    { limit: 1000, fields: ['branchId', 'startsAt', 'endsAt', 'jointOf'] },
  )
