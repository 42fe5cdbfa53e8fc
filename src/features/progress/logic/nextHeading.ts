import type { Why } from '@domain/contract/progress'
import { gapNow } from '@domain/progress/gapNow'
import { isOver } from '@domain/time/period'

interface Heading {
  /** Whether anything is left to do: then, without a way on offer, it is said how the duty is done at all. */
  open: boolean
  before: string
  count?: number
  after?: string
  tone?: 'miss'
}

/** Over what would complete a number: 还差 1 次，怎么补上. Of a time that is over only what may still be made up. Undefined where nothing is left and nothing planned. */
export function nextHeading(
  {
    line,
    planned,
    mayMakeUp,
  }: {
    line: Pick<Why['line'], 'period' | 'needed' | 'notOwed' | 'state' | 'missing' | 'measure'>
    planned: readonly unknown[]
    mayMakeUp: readonly unknown[]
  },
  now: number,
): Heading | undefined {
  const { needed, notOwed, state, missing, measure } = line
  const open = needed !== null && !notOwed && state !== 'done'
  const gap = gapNow(line, now)
  if (open && state === 'waiting') return { open, before: '确认以后' }
  if (isOver(line.period, now))
    return mayMakeUp.length > 0
      ? { open: false, before: '可以补学', count: mayMakeUp.length, after: '场' }
      : undefined
  if (open && state === 'not_held') return { open, before: '支部安排以后' }
  if (gap) {
    const tone = gap === 'pressing' ? { tone: 'miss' as const } : {}
    return { open, before: '还差', count: missing, after: `${measure}，怎么补上`, ...tone }
  }
  return planned.length > 0 ? { open, before: '已安排', count: planned.length, after: '场' } : undefined
}
