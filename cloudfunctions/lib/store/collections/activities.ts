import type { Activity } from '@domain/activity/activity'
import { collection } from './collection'

/** How many of its last moves a plan names: more than somebody makes between two runs of the roll-up, and the night computes everything anew. */
export const MOVES_KEPT = 20

export const activities = collection<Activity>({
  // 500 people expected, as many absent, an agenda, and a record with everything entered.
  bytes: 110_000,
  indexes: [
    { name: 'branch', keys: ['branchId', 'startsAt'] },
    { name: 'unsettled', keys: ['branchId', 'state'] },
    { name: 'late', keys: ['late.asked', 'late.confirmed', 'state'] },
    { name: 'lateOf', keys: ['branchId', 'late.confirmed', 'late.asked'] },
    { name: 'parts', keys: ['jointOf'] },
    { name: 'poster', keys: ['posterId'] },
    { name: 'proposed', keys: ['proposed.branchId', 'startsAt'] },
    { name: 'lecturer', keys: ['lecturerId', 'startsAt'] },
    { name: 'start', keys: ['startsAt'] },
    { name: 'state', keys: ['branchId', 'state', 'startsAt'] },
    { name: 'closing', keys: ['state', 'endsAt'] },
    { name: 'reopened', keys: ['state', 'reopenedAt'] },
    { name: 'updated', keys: ['updatedAt'] },
  ],
})
