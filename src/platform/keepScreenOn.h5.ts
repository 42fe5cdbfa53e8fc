import { useEffect } from 'react'

interface WakeLock {
  request: (kind: 'screen') => Promise<{ release: () => Promise<void> }>
}

/** While shown the screen stays on, where the browser can; brightness is beyond its reach. */
export function useScreenOn(_bright = false, active = true): void {
  useEffect(() => {
    const lock = (navigator as { wakeLock?: WakeLock }).wakeLock
    if (!active || !lock) return
    const held = lock.request('screen').catch(() => undefined)
    return () => void held.then((screen) => screen?.release())
  }, [active])
}
