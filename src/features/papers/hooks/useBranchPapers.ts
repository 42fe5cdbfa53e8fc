import { useState } from 'react'
import type { BranchPaper } from '@domain/contract/paper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'
import type { PaperFile } from '../components/FileSheet'

/** Makes a branch's papers one at a time; a refusal is said in a dialogue. */
export function useBranchPapers(branchId: string) {
  const { run, busy } = useCloudAction('paper.ofBranch')
  const [file, setFile] = useState<PaperFile>()
  const [making, setMaking] = useState<BranchPaper>()
  return {
    file,
    making: busy ? making : undefined,
    make: async (paper: BranchPaper, periodKey: string) => {
      setMaking(paper)
      setFile(await orTell(run({ branchId, periodKey, paper })))
    },
    close: () => setFile(undefined),
  }
}
export type BranchPapersOf = ReturnType<typeof useBranchPapers>
