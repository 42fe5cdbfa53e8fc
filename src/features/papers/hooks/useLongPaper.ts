import { useEffect } from 'react'
import {
  type LongPaperAsked,
  type LongPaperMaking,
  longPapers,
  makeLongPaper,
  nameOfAsked,
  resumeLongPaper,
  stopLongPaper,
} from '../logic/longPapers'

/** A long paper: begun when its page opens, unless it is under way or done already. */
export function useLongPaper(asked: LongPaperAsked) {
  const { branchId, periodKey, until, paper } = asked
  const of = nameOfAsked(asked)
  const current = longPapers.use()
  useEffect(() => {
    if (longPapers.get()?.of !== of)
      makeLongPaper({ branchId, periodKey, paper, ...(until !== undefined && { until }) })
  }, [of, branchId, periodKey, until, paper])
  const making: LongPaperMaking = current?.of === of ? current : { of, state: 'making', parts: [] }
  return {
    making,
    again: () => makeLongPaper(asked),
    resume: () => resumeLongPaper(asked),
    stop: stopLongPaper,
  }
}
