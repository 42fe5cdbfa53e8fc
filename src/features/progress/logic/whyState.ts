import type { Why } from '@domain/contract/progress'
import { gapWords } from '@domain/progress/gapWords'
import { lifeKindOf } from '@domain/progress/lifeDuty'
import { isOver } from '@domain/time/period'
import { notOwedSentences } from '../sentences/notOwed'

type Of = Pick<Why, 'exemption' | 'further'> & {
  line: Pick<
    Why['line'],
    'dutyId' | 'period' | 'state' | 'done' | 'needed' | 'missing' | 'measure' | 'notOwed' | 'waiting'
  >
  notCounted: readonly unknown[]
}

/** A kind without a minimum (DUTIES row 10): what is counted and what is not are together what was held. */
export const isLife = (dutyId: string): boolean => lifeKindOf(dutyId) !== undefined

/** What the number says, in a few words: 还差 1 次, 已完成, 支部还没有安排. The reader may be the member or the secretary; nothing presses before the last week, and nothing is 还差 once the time is over. */
export function whyState(
  { line, exemption, notCounted, further }: Of,
  now: number,
): {
  text: string
  tone: 'plain' | 'miss' | 'done' | 'info'
} {
  const { dutyId, state, done, needed, measure, notOwed, waiting } = line
  if (notOwed) {
    const category = exemption ? `（${exemption}）` : ''
    return { text: `${notOwedSentences[notOwed]}${category}`, tone: 'info' }
  }
  if (isLife(dutyId)) {
    const held = done + notCounted.length + (further?.notCounted ?? 0)
    return { text: `到会 ${done} 场，举办 ${held} 场，不设次数`, tone: 'plain' }
  }
  if (needed === null) return { text: '定期开展，不设次数', tone: 'plain' }
  if (state === 'not_held')
    return { text: `支部${isOver(line.period, now) ? '没有开展' : '还没有安排'}，不算本人的`, tone: 'info' }
  if (state === 'waiting') return { text: `${waiting} ${measure}待确认`, tone: 'info' }
  if (state === 'planned') return { text: '已安排', tone: 'info' }
  return gapWords(line, now) ?? { text: '已完成', tone: 'done' }
}
