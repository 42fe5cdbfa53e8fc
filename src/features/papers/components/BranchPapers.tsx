import { View } from '@tarojs/components'
import type { BranchPaper } from '@domain/contract/paper'
import type { BranchProgress } from '@domain/contract/progress'
import { shortPeriodLabel } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { open } from '@/navigation/navigate'
import type { BranchPapersOf } from '../hooks/useBranchPapers'
import './papers.css'

interface Props {
  branchId: string
  period: BranchProgress['period']
  papers: BranchPapersOf
}

const papersOffered = (period: BranchProgress['period']): { paper: BranchPaper; label: string }[] => [
  { paper: 'ledger', label: `导出${shortPeriodLabel(period)}台账` },
  { paper: 'participation', label: '全年参加情况' },
  { paper: 'dues', label: '全年党费登记表' },
]

/** The branch's meetings of the period shown, the forms of its year, each as a file, and where more are made. */
export function BranchPapers({ branchId, period, papers: { making, make } }: Props) {
  const to = (route: 'book' | 'facts') => () => open(route, { branchId, year: period.key.slice(0, 4) })
  const rows = [
    ...papersOffered(period).map(({ paper, label }) => ({
      id: `export-${paper}`,
      label: making === paper ? '正在做' : label,
      busy: !!making,
      onTap: () => void make(paper, period.key),
    })),
    { id: 'to-book', label: '台账、手册', onTap: to('book') },
    { id: 'to-facts', label: '情况表、述职', onTap: to('facts') },
  ]
  return (
    <View className="papers" id="branch-papers">
      {rows.map(({ label, ...row }) => (
        <View className="papers-row" key={row.id}>
          <Button kind="outline" icon="doc" grow {...row}>
            {label}
          </Button>
        </View>
      ))}
      <NoSecrets />
    </View>
  )
}
