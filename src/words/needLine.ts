import type { OfferedNeed } from '@domain/contract/need'
import { formatDay } from '@domain/time/format'

/** 10月20日前，要 2 人，已有 1 人 */
export const needLine = ({ until, wanted, taken }: Pick<OfferedNeed, 'until' | 'wanted' | 'taken'>): string =>
  `${formatDay(until)}前，要 ${wanted} 人${taken > 0 ? `，已有 ${taken} 人` : ''}`
