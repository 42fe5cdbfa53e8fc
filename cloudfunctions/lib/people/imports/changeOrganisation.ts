import { lastState } from '@domain/org/asOf'
import type { Organisation } from '@domain/org/organisation'
import { addDays, type Day } from '@domain/time/day'
import { updateWhere } from '../../store/updateWhere'

const states = ['branchType', 'hasCommittee', 'headcount'] as const
const others = ['termEndsOn'] as const

/** Writes what differs; what the organisation was until yesterday stays with its earlier days. `stored` as it lies in the register. */
export async function changeOrganisation(
  stored: Organisation,
  next: Organisation,
  today: Day,
): Promise<boolean> {
  const differs = (field: keyof Organisation) => next[field] !== undefined && next[field] !== stored[field]
  const change = Object.fromEntries(
    [...states, ...others].filter(differs).map((field) => [field, next[field]]),
  )
  const yesterday = addDays(today, -1)
  const past = stored.past ?? []
  const isNewState =
    states.some(differs) && stored.validFrom < today && (past[past.length - 1]?.until ?? '') < yesterday
  const condition = { _id: stored._id, version: stored.version ?? null }
  return updateWhere('organisations', condition, {
    ...change,
    ...(isNewState && { past: [...past, { ...lastState(stored), until: yesterday }] }),
    version: (stored.version ?? 0) + 1,
  })
}
