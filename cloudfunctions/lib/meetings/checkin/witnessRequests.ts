import { absenceLabels } from '@domain/activity/absenceLabels'
import type { ResponseOf } from '@domain/contract/actions'
import type { Context } from '../../entry/useCase'
import { readWitnessRequests, type WitnessRequest } from '../../store/readWitnessRequests'
import { leaveReasonOf } from '../activity/absentOf'

type Asked = ResponseOf<'identity.work'>['witness'][number]

/** `2026-08`: 8月党费. */
const duesTitle = (occurredOn: string): string => `${Number(occurredOn.slice(5, 7))}月党费`

function titleOf({ fact: { kind, occurredOn }, title }: WitnessRequest): string {
  if (kind === 'tick') return duesTitle(occurredOn)
  if (kind === 'leave') return `请假：${title}`
  return kind === 'make_up' ? `补学：${title}` : title
}

/**
 * What waits for a second person, as the page says it: asked of a member by name, or of those who run an organisation, without what the caller
 * entered for oneself. Oldest first.
 */
export async function witnessRequests(
  asked: readonly string[],
  { caller, names }: Pick<Context, 'caller' | 'names'>,
): Promise<Asked[]> {
  const requests = await readWitnessRequests(asked, caller.member?._id)
  return requests.map((request) => {
    const { fact, about, asker } = request
    const { _id, kind, way, by, memberId, occurredAt, reason = '' } = fact
    const madeUp = kind === 'make_up'
    const leave = kind === 'leave'
    const own = kind === 'tick' || (way === 'scan' && by === memberId)
    return {
      factId: _id,
      name: about ? names.of(about) : '',
      title: titleOf(request),
      at: occurredAt,
      reason: leave ? absenceLabels[leaveReasonOf(reason)] : reason,
      by: asker ? names.acting(asker) : '',
      ...(madeUp && { madeUp }),
      ...(own && { own }),
      ...(leave && { leave }),
    }
  })
}
