import type { Context } from './useCase'
import { nameForRecords } from './whoIsCalling'

/** On whose word something is done, and when (ms): that of a call, or of one that was cut short and is carried on at night. */
export interface Word extends Pick<Context, 'now' | 'today' | 'tree' | 'calendar'> {
  /** As records name people. */
  by: string
}

export const wordOf = ({ caller, now, today, tree, calendar }: Context): Word => ({
  ...{ by: nameForRecords(caller), now, today, tree, calendar },
})
