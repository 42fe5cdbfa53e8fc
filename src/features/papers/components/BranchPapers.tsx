import { View } from '@tarojs/components'
import type { BranchProgress } from '@domain/contract/progress'
import { shortPeriodLabel } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import type { BranchPapersOf } from '../hooks/useBranchPapers'
import './papers.css'

interface Props {
  period: BranchProgress['period']
  papers: BranchPapersOf
}

/** The branch's meetings of the period shown, as a file. */
export function BranchPapers({ period, papers: { busy, make } }: Props) {
  return (
    <View className="papers" id="branch-papers">
      <View className="papers-row">
        <Button
          kind="outline"
          id="export-ledger"
          icon="table"
          grow
          busy={busy}
          onTap={() => void make('ledger', period.key)}
        >
          {busy ? '正在做' : `导出${shortPeriodLabel(period)}台账`}
        </Button>
      </View>
      <NoSecrets />
    </View>
  )
}
