import type { Period } from '../time/period'
import { gapNow } from './gapNow'
import type { Progress } from './progress'

type Counted = Pick<Progress, 'missing'> & { measure: string }

/** 还差 1 次 */
export const stillMissing = ({ missing, measure }: Counted): string => `还差 ${missing} ${measure}`

/** Something that is missing, with its number: 帮扶走访 1 次. */
export const gapText = ({ label, ...counted }: Counted & { label: string }): string =>
  `${label} ${counted.missing} ${counted.measure}`

type Line = Counted &
  Pick<Progress, 'state' | 'done' | 'needed'> & {
    period: Pick<Period, 'from' | 'to'>
  }

/** 还差 1 次, in ochre from T−7 on; of a time that is over 已有 1 次，应有 2 次, or 暂无记录. null: nothing is missing. */
export function gapWords(line: Line, now: number): { text: string; tone: 'miss' | 'plain' } | null {
  const gap = gapNow(line, now)
  if (gap === null) return null
  if (gap !== 'over') return { text: stillMissing(line), tone: gap === 'pressing' ? 'miss' : 'plain' }
  const { done, needed, measure } = line
  const text = done > 0 ? `已有 ${done} ${measure}，应有 ${needed ?? done} ${measure}` : '暂无记录'
  return { text, tone: 'plain' }
}
