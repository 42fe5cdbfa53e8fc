import { useEffect, useState } from 'react'
import { now } from './clock'

/** Server-corrected time in ms, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return time
}
