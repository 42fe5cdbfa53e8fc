import { absenceLabels } from '@domain/activity/absenceLabels'
import type { ResponseOf } from '@domain/contract/actions'
import type { Duty } from '@domain/duty/duty'
import { shortPeriodLabel } from '@domain/time/format'
import { periodByKey } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import type { Context } from '../../entry/useCase'
import { readWitnessRequests, type WitnessRequest } from '../../store/readWitnessRequests'
import { leaveReasonOf } from '../activity/absentOf'

type Asked = ResponseOf<'identity.work'>['witness'][number]

/** 8月党费, 下半年党性分析 */
const tickTitle = ({ dutyId, periodKey = '' }: WitnessRequest['fact'], duties: readonly Duty[]): string =>
  shortPeriodLabel(periodByKey(periodKey)) + (duties.find(({ id }) => id === dutyId)?.label ?? '')

function titleOf({ fact, title }: WitnessRequest, duties: readonly Duty[]): string {
  const { kind } = fact
  if (kind === 'tick') return tickTitle(fact, duties)
  if (kind === 'leave') return `请假：${title}`
  return kind === 'make_up' ? `补学：${title}` : title
}

/**
 * What waits for a second person, as the page says it: asked of a member by name, or of those who run an organisation, without what the caller
 * entered for oneself. Oldest first.
 */
export async function witnessRequests(
  asked: readonly string[],
  { caller, names, now }: Pick<Context, 'caller' | 'names' | 'now'>,
): Promise<Asked[]> {
  const [duties, requests] = await Promise.all([
    readDuties(now),
    readWitnessRequests(asked, caller.member?._id),
  ])
  return requests.map((request) => {
    const { fact, about, asker } = request
    const { _id, kind, way, by, memberId, occurredAt, reason = '' } = fact
    const madeUp = kind === 'make_up'
    const leave = kind === 'leave'
    const own = kind === 'tick' || (way === 'scan' && by === memberId)
    return {
      factId: _id,
      name: about ? names.of(about) : '',
      title: titleOf(request, duties),
      at: occurredAt,
      reason: leave ? absenceLabels[leaveReasonOf(reason)] : reason,
      by: asker ? names.acting(asker) : '',
      ...(madeUp && { madeUp }),
      ...(own && { own }),
      ...(leave && { leave }),
    }
  })
}
