import type { ResponseOf } from '@domain/contract/actions'
import { doneBy, isVoluntary } from '@domain/duty/doneBy'
import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import type { Tree } from '@domain/org/tree'
import type { Evidence } from '@domain/progress/evaluate'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { isGap } from '@domain/progress/gapNow'
import type { Progress } from '@domain/progress/progress'
import type { Gap } from '@domain/reminder/gapsOf'
import { nothingLeft, reminderText } from '@domain/reminder/reminderText'
import type { Round } from '@domain/reminder/rounds'

type Gaps = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'gaps' }>
type Item = Gaps['items'][number]

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

/** One that was said to be missing, as it stands now: done, planned or waiting it is no longer shown; excused it can still be taken back. */
function itemNow(told: Gap, progress: readonly Progress[], duties: readonly Duty[]): Item[] {
  const { dutyId, periodKey, label, measure, missing } = told
  const current = progress.find((one) => one.dutyId === dutyId && one.period.key === periodKey)
  const excused = current?.notOwed === 'excused'
  if (!current || !(isGap(current) || excused)) return []
  const duty = duties.find((one) => one.id === dutyId && one.version === current.version)
  if (!duty) return []
  const left = excused ? missing : current.missing
  const how = { doneBy: doneBy(duty), mayExcuse: isVoluntary(duty) }
  return [{ dutyId, label, missing: left, measure, periodKey, ...how, excused }]
}

/** What a reminder said, as it stands now, in the words of a reminder sent now; null: nothing of it is left. */
export function gapsNow(
  told: readonly Gap[],
  question: Question,
): Pick<Gaps, 'items' | 'title' | 'hint'> | null {
  const { round, duties } = question
  const progress = progressOfRound(question)
  const shown = told.flatMap((gap) => itemNow(gap, progress, duties).map((item) => ({ gap, item })))
  if (shown.length === 0) return null
  const left = shown.flatMap(({ gap, item }) => (item.excused ? [] : [{ ...gap, missing: item.missing }]))
  const { title, hint } = left.length > 0 ? reminderText({ items: left, round }) : nothingLeft(round)
  return { items: shown.map(({ item }) => item), title, hint }
}
