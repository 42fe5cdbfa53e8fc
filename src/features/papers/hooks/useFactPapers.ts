import type { CountyPaper, SpanPaper } from '@domain/contract/paper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'
import { wholeFile } from '../logic/wholeFile'
import { usePaper } from './usePaper'

/** Whole months, by the first and the last one. */
export interface Months {
  from: string
  until: string
}

/** Makes papers of any months, of a branch or of the county; a refusal is said in a dialogue. */
export function useFactPapers({ from, until }: Months) {
  const ofSpan = useCloudAction('paper.ofSpan')
  const ofCounty = useCloudAction('paper.ofCounty')
  const { take, ...papers } = usePaper<SpanPaper | CountyPaper>()
  const months = { periodKey: from, until }
  return {
    ...papers,
    makeOfBranch: (branchId: string, paper: SpanPaper) =>
      take(
        paper,
        wholeFile((piece) => orTell(ofSpan.run({ branchId, ...months, paper, ...piece }))),
      ),
    makeOfCounty: (paper: CountyPaper) =>
      take(
        paper,
        wholeFile((piece) => orTell(ofCounty.run({ ...months, paper, ...piece }))),
      ),
  }
}
