import type { ResponseOf } from '@domain/contract/actions'
import type { Duty } from '@domain/duty/duty'
import { reminderText } from '@domain/reminder/reminderText'
import { type Round, roundsAt } from '@domain/reminder/rounds'
import { readBranchEvidence } from '../../counting/progress/readBranchEvidence'
import { branchesRun } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { isOfRound, type StoredReminder } from '../../store/collections/reminders'
import { branchGaps } from '../reminder/branchGaps'
import { spanOf } from '../reminder/spanOf'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

async function noticeOf(
  { _id, at, branchId }: StoredReminder,
  round: Round,
  duties: Duty[],
  { now, tree }: Context,
): Promise<Notice[]> {
  const evidence = await readBranchEvidence(branchId, round.month, spanOf(round, now), now)
  const items = branchGaps(branchId, round, evidence, { duties, tree }, now)
  if (items.length === 0) return []
  const { title, list, hint } = reminderText({ items, round })
  return [
    {
      type: 'notice',
      id: `branch_${_id}`,
      at,
      title: `支部${title}`,
      text: items.length === 1 && round.overdue ? hint : `${list}，${hint}`,
      target: 'branch',
      branchId,
    },
  ]
}

/** What whoever runs a branch was told that it misses, as it stands now; nothing is read where nothing was told. Newest first as given. */
export async function branchNotices(
  newestFirst: readonly StoredReminder[],
  duties: Duty[],
  context: Context,
): Promise<Notice[]> {
  const run = branchesRun(context)
  const told = newestFirst.filter(
    ({ branchId, items }) => run.includes(branchId) && items.some(({ ofBranch }) => ofBranch),
  )
  const notices = roundsAt(context.now, context.calendar).map(async (round) => {
    const last = told.find((one) => isOfRound(one, round))
    return last ? noticeOf(last, round, duties, context) : []
  })
  return (await Promise.all(notices)).flat()
}
