import type { ActivityKind } from '../contract/words'
import { bindsBranch } from '../duty/bindsBranch'
import { heldKindOf } from '../duty/doneBy'
import { dutiesFor } from '../duty/dutiesFor'
import type { Duty } from '../duty/duty'
import type { NotCountedReason } from '../evidence/seenRecord'
import type { Member } from '../org/member'
import type { Organisation } from '../org/organisation'
import { evaluate, type Evidence } from '../progress/evaluate'
import { evaluateBranch } from '../progress/evaluateBranch'
import type { Progress } from '../progress/progress'
import { type Period, periodKinds, periodsIn } from '../time/period'

/** What the pages say of a branch's meetings over a span. */
export interface HeldIn {
  /** Each duty of holding something whose whole periods lie in the span: how often it is owed in them. null: no minimum. */
  owed: { label: string; kind: ActivityKind; needed: number | null }[]
  /** Of each kind the activities that count. */
  counted: ReadonlyMap<ActivityKind, ReadonlySet<string>>
  notCounted: ReadonlyMap<string, NotCountedReason>
}

interface Question extends Evidence {
  span: Period
  /** The branch, its groups and its people as a period is judged by them: who has left since was on its committee then. */
  placeIn: (period: Period) => {
    branch: Organisation
    groups: readonly Organisation[]
    members: readonly Member[]
  }
  duties: readonly Duty[]
  now: number
}

/** Every period that shares a day with the span, the months first. */
const periodsAround = (span: Period): Period[] => periodKinds.flatMap((kind) => periodsIn(kind, span))

/** The evaluator's word on each duty of holding something; of a group's duty one for every group. */
function progressIn(period: Period, question: Question): { duty: Duty; progress: Progress }[] {
  const { placeIn, duties } = question
  const { branch, groups, members } = placeIn(period)
  const own = evaluateBranch({ ...question, branch, groups: [], members, period })
  const ofGroups = dutiesFor(duties, period)
    .filter((duty) => duty.subject === 'group' && bindsBranch(duty, branch.branchType))
    .flatMap((duty) =>
      groups.map((organisation) => ({
        duty,
        progress: evaluate({ ...question, duty, period, subject: { type: 'group', organisation } }),
      })),
    )
  return [...own.filter(({ duty }) => duty.subject !== 'group'), ...ofGroups]
}

/** Which meetings count for what in a span, by the evaluator of the pages: no second one. */
export function heldIn(question: Question): HeldIn {
  const { span } = question
  const counted = new Map<ActivityKind, Set<string>>()
  const notCounted = new Map<string, NotCountedReason>()
  const owed = new Map<string, HeldIn['owed'][number]>()
  for (const period of periodsAround(span))
    for (const { duty, progress } of progressIn(period, question)) {
      const kind = heldKindOf(duty)
      if (!kind) continue
      const ids = counted.get(kind) ?? new Set()
      for (const { id } of progress.counted) ids.add(id)
      counted.set(kind, ids)
      for (const { id, reason } of progress.notCounted) notCounted.set(id, reason)
      if (period.from < span.from || period.to > span.to) continue
      const { label } = duty
      const before = owed.get(duty.id)?.needed ?? null
      const needed = progress.needed === null ? before : (before ?? 0) + progress.needed
      owed.set(duty.id, { label, kind, needed })
    }
  return { owed: [...owed.values()], counted, notCounted }
}
