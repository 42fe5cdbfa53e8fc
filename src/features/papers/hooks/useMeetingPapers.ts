import { useState } from 'react'
import type { MeetingPaper } from '@domain/contract/paper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'
import { usePaper } from './usePaper'

/** Makes a meeting's papers, and shows its texts to be copied; a refusal is said in a dialogue. */
export function useMeetingPapers(activityId: string) {
  const { run } = useCloudAction('paper.ofMeeting')
  const { take, close, ...papers } = usePaper<MeetingPaper>()
  const [copying, setCopying] = useState(false)
  return {
    ...papers,
    copying,
    make: (paper: MeetingPaper) => take(paper, orTell(run({ activityId, paper }))),
    copy: () => setCopying(true),
    close: () => {
      close()
      setCopying(false)
    },
  }
}
export type MeetingPapersOf = ReturnType<typeof useMeetingPapers>
