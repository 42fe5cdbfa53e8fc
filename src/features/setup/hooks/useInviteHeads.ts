import { useRef, useState } from 'react'
import type { HeadInvitation } from '@domain/contract/setup'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'

/** As many a call as one answer is quick for. */
const TOGETHER = 30

/** Makes codes for branches, so many a call; gives what could be made, also where a later call found no answer. A second tap meanwhile gives none. */
export function useInviteHeads() {
  const { runOnce } = useCloudAction('setup.invite')
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const invite = async (branchIds: readonly string[]): Promise<HeadInvitation[]> => {
    if (running.current) return []
    const made: HeadInvitation[] = []
    running.current = true
    setBusy(true)
    try {
      for (let i = 0; i < branchIds.length; i += TOGETHER) {
        const answer = await orTell(runOnce({ branchIds: branchIds.slice(i, i + TOGETHER) }))
        if (!answer) break
        made.push(...answer.invitations)
      }
    } finally {
      running.current = false
      setBusy(false)
    }
    return made
  }
  return { invite, busy }
}
