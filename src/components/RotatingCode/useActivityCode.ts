import { useMemo } from 'react'
import { ACTIVITY_SLOT_MS, mintActivityCode, slotRemaining } from '@domain/checkin/code'
import { useNow } from '@/cloud/useNow'

/** What an activity's board tells the organiser's phone to mint codes from; without a key it is not open. */
export interface CodeSource {
  id: string
  codeKey?: string | undefined
  codePrefix: string
}

/** The rotating code, minted on this phone by the server-corrected clock: it works without network too. */
export function useActivityCode({ id, codeKey, codePrefix }: CodeSource) {
  const now = useNow(1000)
  const slotStart = Math.floor(now / ACTIVITY_SLOT_MS) * ACTIVITY_SLOT_MS
  const text = useMemo(
    () => (codeKey ? codePrefix + mintActivityCode({ activityId: id, codeKey, now: slotStart }) : undefined),
    [id, codeKey, codePrefix, slotStart],
  )
  return { text, ...slotRemaining(now) }
}
