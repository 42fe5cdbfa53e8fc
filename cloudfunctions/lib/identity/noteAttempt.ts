import { dayOf, endOfDay } from '@domain/period/day'
import { count } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import type { Attempt } from './attempt'

/** A Shanghai day's worth an identity; beyond it nothing more is written. */
const caps: Record<Attempt['kind'], number> = { code: 20, bind: 5 }

const countToday = (openId: string, kind: Attempt['kind'], now: number) =>
  count('attempts', { openId, day: dayOf(now), kind })

/** When someone who has used up the day's attempts may try again (ms); null while some are left. */
export async function blockedUntil(
  openId: string,
  kind: Attempt['kind'],
  now: number,
): Promise<number | null> {
  return (await countToday(openId, kind, now)) >= caps[kind] ? endOfDay(dayOf(now)) : null
}

/** Keeps one refused attempt. The number is part of the key: two at the same instant cannot get past the cap. */
export async function noteAttempt(
  attempt: Pick<Attempt, 'openId' | 'kind' | 'reason' | 'activityId'>,
  now: number,
): Promise<void> {
  const { openId, kind } = attempt
  const made = await countToday(openId, kind, now)
  if (made >= caps[kind]) return
  const day = dayOf(now)
  await insertOnce('attempts', { _id: `${openId}_${day}_${kind}_${made}`, ...attempt, at: now, day })
}
