import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDayTime } from '@domain/time/format'
import type { Context } from '../../entry/useCase'
import { mayRun } from '../../meetings/activity/activityCard'
import { readBranchesOf } from '../../store/readJointMeetings'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

/** Meetings to come that another branch convenes together with one this person runs: who is expected and what is recorded is the own branch's to say. */
export async function jointNotices(unsettled: readonly Activity[], context: Context): Promise<Notice[]> {
  const { now, tree } = context
  const parts = unsettled.filter(
    (one) =>
      one.jointOf !== undefined &&
      effectiveState(one, now) === 'published' &&
      now < one.endsAt &&
      mayRun(one, context),
  )
  const branches = await readBranchesOf(parts)
  return parts.map((part) => {
    const { _id, title, startsAt, publishedAt, branchId } = part
    const others = (branches.get(_id) ?? []).filter((id) => id !== branchId)
    const names = others.flatMap((id) => tree.get(id)?.name ?? []).join('、')
    return {
      type: 'notice',
      id: `joint_${_id}`,
      at: publishedAt ?? startsAt,
      title: `支部要参加联合活动：${title}`,
      text: `${formatDayTime(startsAt)}，和${names}一起开。到会名单和会议记录由本支部定；不参加请在“工作”里取消`,
      target: 'work',
    }
  })
}
