import { addMonths, type Day } from '../time/day'
import type { Step, StepTime } from '../contract/keptLists'

export interface NextStep {
  label: string
  /** By when, or from when on, the rule asks for it; absent: it names no time. */
  when?: { on: Day; is: StepTime }
}

/** The first step without a day, and what the rule says of its time; undefined when all have one. `taken`: steps with their days. */
export function nextStep(
  steps: readonly Step[],
  taken: readonly { step: string; on: Day }[],
): NextStep | undefined {
  const days = new Map(taken.map(({ step, on }) => [step, on]))
  const next = steps.find(({ id }) => !days.has(id))
  if (!next) return undefined
  const since = next.after && days.get(next.after.step)
  if (!next.after || since === undefined) return { label: next.label }
  const { months, is } = next.after
  return { label: next.label, when: { on: addMonths(since, months), is } }
}
