import type { Board } from '@domain/contract/activity'
import type { Expected } from './rollCall'

/** paper: the list is entered straight away, name by name · witness: a reason and a second person are needed for each. */
export type BackfillMode = 'paper' | 'witness'

/** A 补录 is entered by one person until another has confirmed the whole of it; into confirmed minutes nothing is. */
export function backfillMode(
  { state, late, paperUntil }: Pick<Board, 'state' | 'late' | 'paperUntil'>,
  now: number,
): BackfillMode {
  const byOne = late ? late.state !== 'confirmed' : now < paperUntil
  return byOne && state !== 'recorded' ? 'paper' : 'witness'
}

/** Expected and without any entry: neither registered, nor struck out, nor waiting for a second person. Those on leave come last: they may have come after all. */
export function backfillable(board: Board): Expected[] {
  const taken = new Set(board.arrivals.map((each) => each.memberId))
  const open = board.expected.filter((each) => !taken.has(each.memberId))
  return [...open.filter((each) => !each.onLeave), ...open.filter((each) => each.onLeave)]
}

/** When someone on the paper list was there: at the start; where all was over before it, by now. */
export const presentAt = (startsAt: number, now: number): number => Math.min(startsAt, now)

export const backfillReasons = ['手机没电', '会场没信号', '忘记扫码', '有纸质名单', '其他'] as const
