import type { Deed } from '@domain/contract/deed'
import { formatDay } from '@domain/time/format'
import type { StandTone } from '@/components/Note/Note'

export type OwnState = Deed['state']

export interface DeedLook {
  tag: string
  tone: StandTone
}

/** 认领 → 办结 → 确认 */
export const deedLooks: Record<OwnState, DeedLook> = {
  claimed: { tag: '办理中', tone: 'miss' },
  finished: { tag: '待确认', tone: 'info' },
  confirmed: { tag: '已确认', tone: 'done' },
  dropped: { tag: '已放下', tone: 'mute' },
}

/** 9月3日认领，9月18日办结，等柳林村确认 */
export function deedLine({
  state,
  claimedAt,
  finishedAt,
  confirmedAt,
  returned,
  withdrawn,
  where,
}: Deed): string {
  const parts = [`${formatDay(claimedAt)}认领`]
  if (finishedAt !== undefined && state !== 'claimed') parts.push(`${formatDay(finishedAt)}办结`)
  if (state === 'claimed' && returned) parts.push(`${where}说还没办好`)
  if (withdrawn) parts.push(`${where}已经撤回，不用办了`)
  if (state === 'finished') parts.push(`等${where}确认`)
  if (state === 'confirmed' && confirmedAt !== undefined) parts.push(`${formatDay(confirmedAt)}${where}确认`)
  return parts.join('，')
}
