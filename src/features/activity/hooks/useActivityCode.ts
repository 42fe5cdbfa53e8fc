import { useMemo } from 'react'
import type { Board } from '@domain/contract/activity'
import { ACTIVITY_SLOT_MS, mintActivityCode, slotRemaining } from '@domain/checkin/code'
import { useNow } from '@/platform/useNow'

/** The rotating code, minted on this phone by the server-corrected clock: it works without network too. */
export function useActivityCode({ id, codeKey, codePrefix }: Pick<Board, 'id' | 'codeKey' | 'codePrefix'>) {
  const now = useNow(1000)
  const slotStart = Math.floor(now / ACTIVITY_SLOT_MS) * ACTIVITY_SLOT_MS
  const text = useMemo(
    () => (codeKey ? codePrefix + mintActivityCode({ activityId: id, codeKey, now: slotStart }) : undefined),
    [id, codeKey, codePrefix, slotStart],
  )
  return { text, ...slotRemaining(now) }
}
