import { closesAt } from '@domain/activity/effectiveState'
import type { Board } from '@domain/contract/activity'
import { dayOf } from '@domain/period/day'

/** The day is over and nobody opened the registration: it is asked whether it took place. */
export const isUnopened = ({ state, endsAt }: Pick<Board, 'state' | 'endsAt'>, now: number): boolean =>
  state === 'published' && dayOf(endsAt) < dayOf(now)

/** Registration that was closed may be opened again until it closes by itself. */
export const mayReopen = ({ state, endsAt }: Pick<Board, 'state' | 'endsAt'>, now: number): boolean =>
  state === 'closed' && now < closesAt({ endsAt })
