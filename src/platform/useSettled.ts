import { useEffect, useState } from 'react'

/** Milliseconds without another letter after which somebody has finished typing. */
const PAUSE = 500

/** What is typed once it has stood for a moment: it is asked of the cloud. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
