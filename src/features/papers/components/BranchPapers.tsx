import { View } from '@tarojs/components'
import type { BranchPaper } from '@domain/contract/paper'
import type { BranchProgress } from '@domain/contract/progress'
import { shortPeriodLabel } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import type { IconName } from '@/components/Icon/Icon'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { open } from '@/navigation/navigate'
import type { BranchPapersOf } from '../hooks/useBranchPapers'
import { PaperButton } from './PaperButton'
import './papers.css'

interface Props {
  branchId: string
  period: BranchProgress['period']
  papers: BranchPapersOf
}

const papersOffered = (
  period: BranchProgress['period'],
): { paper: BranchPaper; icon: IconName; label: string }[] => {
  const year = period.key.slice(0, 4)
  return [
    { paper: 'ledger', icon: 'doc', label: `导出${shortPeriodLabel(period)}台账` },
    { paper: 'participation', icon: 'users', label: `导出${year}年党员参加情况` },
    { paper: 'dues', icon: 'doc', label: `导出${year}年党费登记表` },
  ]
}

/** The branch's meetings of the period shown, and the forms of its year, each as a file. */
export function BranchPapers({ branchId, period, papers: { making, make } }: Props) {
  return (
    <View className="papers" id="branch-papers">
      {papersOffered(period).map(({ paper, icon, label }) => (
        <View className="papers-row" key={paper}>
          <PaperButton {...{ paper, icon, label, making }} onMake={(asked) => void make(asked, period.key)} />
        </View>
      ))}
      <View className="papers-row">
        <Button
          kind="outline"
          id="to-book"
          icon="book"
          grow
          onTap={() => open('book', { branchId, year: period.key.slice(0, 4) })}
        >
          看台账、装订工作手册
        </Button>
      </View>
      <NoSecrets />
    </View>
  )
}
