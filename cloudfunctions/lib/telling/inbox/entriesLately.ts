import { leaveStanding } from '@domain/checkin/leaveOf'
import type { ResponseOf } from '@domain/contract/actions'
import type { Annulment, Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { addDays } from '@domain/time/day'
import type { Context } from '../../entry/useCase'
import type { readMemberCalendar } from '../../meetings/activity/readMemberCalendar'
import { readWithdrawn } from '../../store/readNeeds'

type Item = ResponseOf<'reminder.inbox'>['items'][number]
type Found = Awaited<ReturnType<typeof readMemberCalendar>>

function titleOf({ activityId, kind, detail }: Fact, activities: Found['activities']): string {
  const title = activities.find(({ _id }) => _id === activityId)?.title ?? detail?.title
  return kind === 'leave' ? `请假：${title ?? ''}` : (title ?? (kind === 'visit' ? '入户走访' : '办实事'))
}

/** Confirmed by someone else, lately. */
export function confirmedLately({ facts, activities }: Found, since: number): Item[] {
  return facts
    .flatMap((fact) => {
      const at = fact.confirmed?.at ?? 0
      // A scan of the staff's code confirms itself: the result page has said so.
      const byOther = at > fact.recordedAt
      return byOther && at >= since && !fact.annulled
        ? [{ type: 'confirmed' as const, title: titleOf(fact, activities), at }]
        : []
    })
    .sort((a, b) => b.at - a.at)
}

/** 请假 asked for once a meeting had begun, to which somebody lately said no. */
export const declinedLately = ({ facts, activities }: Found, since: number): Item[] =>
  facts.flatMap((fact): Item[] => {
    const { _id, kind, activityId, annulled } = fact
    const meeting = activities.find((activity) => activity._id === activityId)
    if (kind !== 'leave' || leaveStanding(fact) !== 'declined' || !meeting || !annulled) return []
    if (annulled.at < since) return []
    const text = `${meeting.title}，有疑问请问组织者`
    const about = { title: '这次没有算作请假', text, target: 'activity' as const, activityId: meeting._id }
    return [{ type: 'notice', id: _id, at: annulled.at, ...about }]
  })

const entries: readonly Fact['kind'][] = ['attendance', 'visit', 'deed']

/** Where one asks about it: a community is asked again on the phone, once; everybody else in person. */
function whatNow({ kind, activityKind, askedAt }: Fact, { reason }: Annulment): string {
  if (kind === 'visit') return `${reason}，有疑问请问村里或党支部`
  if (activityKind !== 'community_service') return '有疑问请问组织者或党支部'
  return askedAt === undefined
    ? '人到了？在“社区服务”里请社区更正'
    : '社区看过了您的更正申请，有疑问请当面问问社区'
}

/** What one had on record and somebody else lately said no to, or struck out. */
export const refusedLately = (
  { facts, activities }: Found,
  { _id: memberId }: Pick<Member, '_id'>,
  since: number,
): Item[] =>
  facts.flatMap((fact): Item[] => {
    const { _id, kind, annulled } = fact
    if (!annulled || !entries.includes(kind) || annulled.by === memberId || annulled.at < since) return []
    const title = `${titleOf(fact, activities)} 没有计入`
    const text = whatNow(fact, annulled)
    return [{ type: 'notice', id: `refused_${_id}`, at: annulled.at, title, text, target: 'records' }]
  })

/** 实事 given back lately: its side said 还没办好, and it is still not finished anew. */
export const givenBackLately = ({ facts }: Found, since: number): Item[] =>
  facts.flatMap(({ _id, detail }): Item[] => {
    const at = Number(detail?.returnedAt ?? 0)
    if (at < since) return []
    const said = { title: `${detail?.title ?? ''} 还没办好`, text: '办好以后，在“我办的实事”里再点“办结了”' }
    return [{ type: 'notice', id: `given_back_${_id}`, at, ...said, target: 'deeds' }]
  })

/** How far back a need still in hand may have been taken (days): it may lie a year ahead. */
const NEED_DAYS = 400

/** 需求 one has in hand that their place has lately withdrawn. */
export async function withdrawnLately(
  { _id }: Pick<Member, '_id'>,
  { today, tree }: Pick<Context, 'today' | 'tree'>,
  since: number,
): Promise<Item[]> {
  const withdrawn = await readWithdrawn(_id, { from: addDays(today, -NEED_DAYS), since })
  return withdrawn.map(({ deed, need: { title, placeId }, at }) => ({
    ...{ type: 'notice', id: `withdrawn_${deed._id}`, at, target: 'deeds' },
    title: `${title} 不用办了`,
    text: `${tree.get(placeId)?.name ?? ''}撤回了这条需求。已经办好的，请点“办结了”；还没办的，可以先放下`,
  }))
}
