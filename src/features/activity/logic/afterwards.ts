import { closesAt } from '@domain/activity/effectiveState'
import type { Board } from '@domain/contract/activity'

/** Registration that was closed may be opened again until it closes by itself. */
export const mayReopen = ({ state, endsAt }: Pick<Board, 'state' | 'endsAt'>, now: number): boolean =>
  state === 'closed' && now < closesAt({ endsAt })
