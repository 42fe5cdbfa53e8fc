import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'

type Paper = ResponseOf<'paper.ofVillage'>

/** Makes the cards of a village as a file; where one cannot hold them all, the next one begins after it. A refusal is said in a dialogue. */
export function useCardPaper(villageId: string | undefined) {
  const { run, busy } = useCloudAction('paper.ofVillage')
  const [paper, setPaper] = useState<Paper>()
  const [open, setOpen] = useState(false)
  const [of, setOf] = useState(villageId)
  if (of !== villageId) {
    setOf(villageId)
    setPaper(undefined)
  }
  const afterId = paper?.next
  return {
    making: busy,
    /** There is more than the last file holds. */
    goesOn: afterId !== undefined,
    file: open ? paper : undefined,
    make: async () => {
      if (villageId === undefined) return
      const made = await orTell(run({ villageId, ...(afterId !== undefined && { afterId }) }))
      // Not reached, the next try goes on where this one would have.
      if (!made) return
      setPaper(made)
      setOpen(true)
    },
    close: () => setOpen(false),
  }
}
