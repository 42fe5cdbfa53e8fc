import { useState } from 'react'
import { now } from '@/cloud/clock'
import { pastPeriods } from '../logic/pastPeriods'

/** The month or year of a place that is looked at, as `PeriodSwitch` takes it: the running month first. */
export function usePastPeriod() {
  const [periods] = useState(() => pastPeriods(now()))
  const [value, onChange] = useState(periods[0] ?? '')
  return { periods, value, onChange }
}
