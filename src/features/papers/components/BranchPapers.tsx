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
export function BranchPapers({ period, papers: { making, make } }: Props) {
  return (
    <View className="papers" id="branch-papers">
      <View className="papers-row">
        <Button
          kind="outline"
          id="export-ledger"
          icon="doc"
          grow
          busy={making !== undefined}
          onTap={() => void make('ledger', period.key)}
        >
          {making === 'ledger' ? '正在做' : `导出${shortPeriodLabel(period)}台账`}
        </Button>
      </View>
      <View className="papers-row">
        <Button
          kind="outline"
          id="export-bundle"
          icon="book"
          grow
          busy={making !== undefined}
          onTap={() => void make('bundle', period.key)}
        >
          {making === 'bundle' ? '正在做' : '打包已成册的记录'}
        </Button>
      </View>
      <NoSecrets />
    </View>
  )
}
