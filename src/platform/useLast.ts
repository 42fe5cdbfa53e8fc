import { useState } from 'react'

/** The value, or the last one there was: the head of a page stays while the next answer is on its way. */
export function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return value ?? last
}
