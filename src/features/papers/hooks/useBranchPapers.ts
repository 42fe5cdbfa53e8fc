import type { BranchPaper } from '@domain/contract/paper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'
import { usePaper } from './usePaper'

/** Makes a branch's papers; a refusal is said in a dialogue. */
export function useBranchPapers(branchId: string) {
  const { run } = useCloudAction('paper.ofBranch')
  const { take, ...papers } = usePaper<BranchPaper>()
  return {
    ...papers,
    make: (paper: BranchPaper, periodKey: string) => take(paper, orTell(run({ branchId, periodKey, paper }))),
  }
}
export type BranchPapersOf = ReturnType<typeof useBranchPapers>
