import { useState } from 'react'
import { monthOf } from '@/components/MonthPicker/months'

export interface ShownMonth {
  /** 2026-09 */
  month: string
  running: string
  isRunning: boolean
  /** What the cloud is asked for: nothing is said of the running month, whose name changes at midnight. */
  request: { month?: string }
  choose: (month: string) => void
}

/** The month the home page shows: the running one until another is chosen. */
export function useMonth(now: number): ShownMonth {
  const running = monthOf(now)
  const [chosen, setChosen] = useState<string>()
  const isRunning = chosen === undefined || chosen === running
  return {
    month: isRunning ? running : chosen,
    running,
    isRunning,
    request: isRunning ? {} : { month: chosen },
    choose: (month) => setChosen(month === running ? undefined : month),
  }
}
