import type { ResponseOf } from '@domain/contract/actions'
import { doneBy, isVoluntary } from '@domain/duty/doneBy'
import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import type { Tree } from '@domain/org/tree'
import type { Evidence } from '@domain/progress/evaluate'
import { evaluateMember } from '@domain/progress/evaluateMember'
import type { Gap } from '@domain/reminder/gapsOf'
import type { Round } from '@domain/reminder/rounds'

type Item = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'gaps' }>['items'][number]

interface Question extends Evidence {
  member: Member
  tree: Tree
  duties: readonly Duty[]
  round: Round
  now: number
}

/** What the evaluator says of a member in the periods of a round. */
export const progressOfRound = ({ round, ...question }: Question) =>
  round.periods.flatMap((period) => evaluateMember({ ...question, period }))

/** What was said to be missing, as it stands now: done, planned or waiting it is no longer shown; excused it can still be taken back. */
export function gapItems(told: readonly Gap[], question: Question): Item[] {
  const progress = progressOfRound(question)
  return told.flatMap(({ dutyId, periodKey, label, measure, missing }): Item[] => {
    const current = progress.find((one) => one.dutyId === dutyId && one.period.key === periodKey)
    const excused = current?.notOwed === 'excused'
    if (!current || (current.state !== 'missing' && !excused)) return []
    const duty = question.duties.find((one) => one.id === dutyId && one.version === current.version)
    if (!duty) return []
    const left = excused ? missing : current.missing
    const how = { doneBy: doneBy(duty), mayExcuse: isVoluntary(duty) }
    return [{ dutyId, label, missing: left, measure, periodKey, ...how, excused }]
  })
}
