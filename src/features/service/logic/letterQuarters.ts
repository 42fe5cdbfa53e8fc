import { periodOf, previousPeriod } from '@domain/time/period'
import { periodText } from '@/components/PeriodSwitch/periods'

/** Quarters a letter is written of: the last year's. */
const OFFERED = 4

/** The running quarter and those before it, newest first. `letterQuarters(now)[1]?.label // '第二季度'` */
export function letterQuarters(now: number): { key: string; label: string }[] {
  const quarters = [periodOf('quarter', now)]
  for (let last = quarters[0]; last && quarters.length < OFFERED; last = quarters[quarters.length - 1])
    quarters.push(previousPeriod(last))
  return quarters.map((quarter) => ({ key: quarter.key, label: periodText(quarter.key, now) }))
}

/** `服务 12 人次，实事 2 件` */
export const servedText = ({ times, deeds }: { times: number; deeds: number }): string =>
  [times > 0 && `服务 ${times} 人次`, deeds > 0 && `实事 ${deeds} 件`].filter(Boolean).join('，')
