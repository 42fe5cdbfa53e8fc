import type { StoredRollup } from '@cloud/lib/store/collections/rollups'
import type { Activity } from '@domain/activity/activity'
import type { Duty } from '@domain/duty/duty'
import type { Fact } from '@domain/fact/fact'
import { treeFor } from '@domain/org/asOf'
import type { Member } from '@domain/org/member'
import type { Organisation } from '@domain/org/organisation'
import { treeOf } from '@domain/org/tree'
import { rollupBranch } from '@domain/progress/rollupBranch'
import { rollupPeriods } from '@domain/progress/rollupPeriods'
import { rollupUnit } from '@domain/progress/rollupUnit'
import { dayOf } from '@domain/time/day'
import type { Emulator } from '../../emulator/types'

export type Numbers = Record<string, Pick<StoredRollup, 'branches' | 'members'>>

const all = <T>({ database }: Emulator, name: string): T[] => database.find(name) as T[]

/** What the documents say, without when and by which run it was written. */
export function storedNumbers(emulator: Emulator): Numbers {
  const rows = all<StoredRollup>(emulator, 'rollups').sort((a, b) => (a._id < b._id ? -1 : 1))
  return Object.fromEntries(
    rows.map(({ _id, branches, members: heads }) => [_id, { branches, members: heads }]),
  )
}

/** The same from everything there is, by the evaluator alone: no reading by branch, no watermark, no page. */
export function recomputedNumbers(emulator: Emulator): Numbers {
  const now = emulator.clock.now()
  const register = treeOf(all<Organisation>(emulator, 'organisations'))
  const input = {
    members: all<Member>(emulator, 'members'),
    duties: all<Duty>(emulator, 'duties'),
    facts: all<Fact>(emulator, 'facts'),
    activities: all<Activity>(emulator, 'activities'),
    now,
  }
  const documents = rollupPeriods(dayOf(now)).map((period) => {
    const tree = [...treeFor(register, period, now).values()]
    const rows = tree
      .filter(({ type }) => type === 'branch' || type === 'unit')
      .flatMap((node) => {
        const groups = tree.filter(({ type, parentId }) => type === 'group' && parentId === node._id)
        const numbers =
          node.type === 'unit'
            ? rollupUnit({ ...input, unit: node, period })
            : rollupBranch({ ...input, branch: node, groups, period })
        return numbers ? [[node._id, numbers] as const] : []
      })
    const branches = Object.fromEntries(rows.map(([id, { duties }]) => [id, duties]))
    return [period.key, { branches, members: Object.fromEntries(rows.map(([id, one]) => [id, one.members])) }]
  })
  return Object.fromEntries(documents) as Numbers
}
