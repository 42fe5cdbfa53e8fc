import { useEffect, useState } from 'react'
import { now, onClockMoved } from './clock'

/** Server-corrected time in ms, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const renew = () => setTime(now())
    const timer = setInterval(renew, everyMs)
    const stop = onClockMoved(renew)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [everyMs])
  return time
}
