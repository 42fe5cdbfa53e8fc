import type { Deed } from '@domain/contract/deed'
import { formatDay } from '@domain/time/format'

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
