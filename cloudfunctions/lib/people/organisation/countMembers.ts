import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import { AppError } from '../../ground/AppError'
import { oneOf } from '../../store/conditions'
import { findInPages } from '../../store/findInPages'

/** A county has some ten thousand; more than this many branches are read with everybody else. */
const MOST = 100_000
const FEW = 60

/** How many belong to each branch and each group on a day. */
export async function countMembers(
  branchIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  if (branchIds.length === 0) return counts
  const where = branchIds.length > FEW ? {} : { 'memberships.branchId': oneOf(branchIds) }
  const rows = await findInPages('members', where, { fields: ['memberships'], most: MOST })
  if (!rows) throw new AppError('too_many_rows', `a register of more than ${MOST}`)
  const add = (id: string | undefined) => {
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  for (const row of rows) {
    const now = membershipOn(row, day)
    add(now?.branchId)
    add(now?.groupId)
  }
  return counts
}
