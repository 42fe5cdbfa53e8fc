import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Icon } from '@/components/Icon/Icon'
import { longKinds, periodByKey } from '@domain/time/period'
import { open } from '@/navigation/navigate'

interface Props {
  /** 支部这一年, 我的这一年 */
  title: string
  subjectId: string
  whose?: 'own' | 'unit'
  /** The period one looks at: of a month or a quarter there is no such page. */
  period?: string
}

/** To every month and quarter of a half-year or a year: done is only what is done in all of them. */
export function YearCell({ title, ...of }: Props) {
  if (of.period !== undefined && !isLong(of.period)) return null
  return (
    <Card className="mt12">
      <Cell
        id="to-span"
        leading={<Icon name="cal" tone="ink2" />}
        title={title}
        sub="每月、每季度、每年各项，一格一格看"
        chevron
        onTap={() => open('span', of)}
      />
    </Card>
  )
}

/** Has shorter periods that a page shows one by one. */
export const isLong = (key: string): boolean => longKinds.some((kind) => kind === periodByKey(key).kind)
