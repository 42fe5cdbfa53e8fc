import { useState } from 'react'
import type { BranchPaper } from '@domain/contract/paper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'
import type { PaperFile } from '../components/FileSheet'

/** Makes a branch's papers one at a time; a refusal is said in a dialogue. */
export function useBranchPapers(branchId: string) {
  const { run, busy } = useCloudAction('paper.ofBranch')
  const [file, setFile] = useState<PaperFile>()
  return {
    file,
    busy,
    make: async (paper: BranchPaper, periodKey: string) =>
      setFile(await orTell(run({ branchId, periodKey, paper }))),
    close: () => setFile(undefined),
  }
}
export type BranchPapersOf = ReturnType<typeof useBranchPapers>
