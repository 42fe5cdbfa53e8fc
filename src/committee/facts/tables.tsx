import { View } from '@tarojs/components'
import type { BranchTable, CountyTable, MembersTable } from '@domain/contract/factTable'
import { headingLabels } from '@domain/keptLists/template'
import { FACT_SHEET } from '@domain/papers/branchSheet'
import { Empty } from '@/components/Empty/Empty'
import type { Behind } from '@/features/papers/components/BehindSheet'
import { type FactGroup, FactTable } from '@/features/papers/components/FactTable'
import type { Months } from '@/features/papers/hooks/useFactPapers'
import {
  asOfWords,
  leftWords,
  lineName,
  monthsWords,
  openWords,
  spanWords,
  subWords,
} from '@/features/papers/logic/factWords'
import { besideFacts, waitsWords } from '@/words/besideWords'

interface Props<T> {
  table: T
  months: Months
  onOpen: (behind: Behind) => void
}

const keyOf = ({ dutyId, version }: { dutyId: string; version: number }): string => `${dutyId}-${version}`

const said = '每个数都可点开看到记录。表中没有分数和名次，是否评价由组织另行研究。'

interface FrameProps {
  /** 党员, 全县直: before the name of the sheet. */
  of?: string
  table: Pick<BranchTable, 'organisation' | 'asOf'>
  months: Months
  groups: readonly FactGroup[]
  onRow: (key: string) => void
  /** What is not in it. */
  left?: string | undefined
}
function Frame({ of = '', table, months, groups, onRow, left }: FrameProps) {
  if (groups.every(({ rows }) => rows.length === 0))
    return (
      <Empty
        image="none"
        icon="table"
        id="facts-none"
        title="这段时间还没有要列的事项"
        text={left === undefined ? '换一段时间看看' : `${left}，截止后再看`}
      />
    )
  return (
    <FactTable
      title={[`${spanWords(months)}${of}`, FACT_SHEET]}
      parts={[table.organisation, monthsWords(months)]}
      groups={groups}
      onRow={onRow}
    >
      <View>{said}</View>
      <View>{[asOfWords(table), left].filter(Boolean).join('，')}</View>
    </FactTable>
  )
}

export function BranchFacts({ table, months, onOpen }: Props<BranchTable>) {
  const rows = table.lines.map((line) => ({
    key: keyOf(line),
    name: lineName(line),
    sub: subWords(openWords(line.open), waitsWords(line.waits)),
    cells: [line.needed ?? '定期', line.done, line.late],
  }))
  const onRow = (key: string) => {
    const line = table.lines.find((one) => keyOf(one) === key)
    if (line) onOpen({ is: 'records', line })
  }
  const columns = ['应开展', '已开展', '其中补录']
  const under = [...new Set(table.lines.map(({ heading }) => heading))]
  const groups = under.map((heading) => ({
    ...{ heading: heading === undefined ? '事项' : headingLabels[heading], columns },
    rows: rows.filter((_, index) => table.lines[index]?.heading === heading),
  }))
  return <Frame {...{ table, months, groups, onRow }} />
}

export function MembersFacts({ table, months, onOpen }: Props<MembersTable>) {
  const rows = table.lines.map(({ dutyId, label, owing, needed, done, waits }) => ({
    key: dutyId,
    name: label,
    sub: subWords(`${owing} 人`, waitsWords(waits)),
    cells: [needed, done],
  }))
  const onRow = (key: string) => {
    const line = table.lines.find(({ dutyId }) => dutyId === key)
    if (line) onOpen({ is: 'members', line })
  }
  const groups = [{ heading: '事项', columns: ['应完成', '已完成'], rows }]
  return <Frame of="党员" {...{ table, months, groups, onRow }} />
}

export function CountyFacts({ table, months, onOpen }: Props<CountyTable>) {
  const groups = table.groups.map(({ name, measure, lines }) => ({
    heading: `${name}（按${measure}计）`,
    columns: ['应', '已'],
    rows: lines.map((line) => ({
      key: keyOf(line),
      name: lineName(line),
      sub: subWords(...besideFacts(line)),
      cells: [line.owed, line.done],
    })),
  }))
  const onRow = (key: string) => {
    for (const group of table.groups)
      for (const line of group.lines) if (keyOf(line) === key) onOpen({ is: 'places', line, group })
  }
  return <Frame of="全县直" {...{ table, months, groups, onRow }} left={leftWords(table)} />
}
