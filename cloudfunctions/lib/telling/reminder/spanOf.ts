import type { Round } from '@domain/reminder/rounds'
import { dayOf } from '@domain/time/day'
import { type Span, spanOver } from '../../counting/progress/span'

/** The days whose evidence a round is judged by. */
export const spanOf = ({ periods, month }: Round, now: number): Span =>
  spanOver([...periods, month], dayOf(now))
