import { useState } from 'react'
import type { MeetingPaper } from '@domain/contract/paper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'
import type { PaperFile } from '../components/FileSheet'

/** Makes a meeting's papers one at a time; a refusal is said in a dialogue. */
export function useMeetingPapers(activityId: string) {
  const { run, busy } = useCloudAction('paper.ofMeeting')
  const [file, setFile] = useState<PaperFile>()
  const [making, setMaking] = useState<MeetingPaper>()
  const [copying, setCopying] = useState(false)
  return {
    file,
    copying,
    making: busy ? making : undefined,
    make: async (paper: MeetingPaper) => {
      setMaking(paper)
      setFile(await orTell(run({ activityId, paper })))
    },
    copy: () => setCopying(true),
    close: () => {
      setFile(undefined)
      setCopying(false)
    },
  }
}
export type MeetingPapersOf = ReturnType<typeof useMeetingPapers>
