import type { OwnServicePaper } from '@domain/contract/paper'
import { useCloudAction } from '@/cloud/useCloudAction'
import { orTell } from '@/words/orTell'
import { usePaper } from './usePaper'

/** Makes one's own 个人志愿服务情况 of a year; a refusal is said in a dialogue. */
export function useOwnServicePapers(year: number) {
  const { run } = useCloudAction('paper.ofOwnService')
  const { take, ...papers } = usePaper<OwnServicePaper>()
  return { ...papers, make: (paper: OwnServicePaper) => take(paper, orTell(run({ year, paper }))) }
}
