import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf } from '@domain/time/day'
import { formatDay, shortPeriodLabel } from '@domain/time/format'
import { periodByKey } from '@domain/time/period'
import { Button } from '@/components/Button/Button'
import { Loaded } from '@/components/Loaded/Loaded'
import { Section } from '@/components/Section/Section'
import { Seg } from '@/components/Seg/Seg'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { TickTiles } from '@/features/ticks/components/TickTiles'
import { type TickRow, useTicks } from '@/features/ticks/hooks/useTicks'
import type { TalkPage } from '@/features/talks/logic/talkDraft'

/** What is asked before it is done: for all the others, or that one is taken back. */
export interface AskedTick {
  title: string
  text: string
  button: string
  does: () => void
}

interface Props {
  branchId: string
  rule: TalkPage['ticks'][number]
  /** The members shown; absent: everybody. */
  only: ReadonlySet<string> | undefined
  today: string
  onAsk: (asked: AskedTick) => void
}

const labelOf = (periodKey: string) => shortPeriodLabel(periodByKey(periodKey))

/** 党性分析, 思想汇报: a tick for each, of a half-year; no 还差. */
export function TickSection({ branchId, rule, only, today, onAsk }: Props) {
  const { dutyId, label, periods } = rule
  const [chosen, setChosen] = useState<string>()
  const period = periods.find(({ periodKey }) => periodKey === chosen) ?? periods[0]
  const ticks = useTicks({ branchId, dutyId, month: period?.month ?? today.slice(0, 7) })
  const { query, tick } = ticks
  const rows = ticks.rows?.filter(({ memberId }) => !only || only.has(memberId)) ?? []
  const left = rows.filter(({ ticked }) => !ticked)
  const of = labelOf(period?.periodKey ?? today.slice(0, 7))
  const tap = (row: TickRow) => {
    if (!row.ticked) return void tick([row.memberId], true)
    onAsk({
      title: `${row.name}：撤回`,
      text: `撤回后，${of}的${label}回到暂无记录。撤回的时间和您的姓名会留存。`,
      button: '撤回',
      does: () => void tick([row.memberId], false),
    })
  }
  const askRest = () =>
    onAsk({
      title: `其余 ${left.length} 人都记上`,
      text: `${of}还没有记上的 ${left.length} 人，都记上${label}。记错了可以逐个撤回。`,
      button: `记上 ${left.length} 人`,
      does: () =>
        void tick(
          left.map(({ memberId }) => memberId),
          true,
        ),
    })
  return (
    <View id={`tick-${dutyId}`}>
      <Section title={label} right={`${of}，点一下就存`} />
      {periods.length > 1 && (
        <Seg
          items={periods.map(({ periodKey }) => ({ key: periodKey, label: labelOf(periodKey) }))}
          value={period?.periodKey ?? ''}
          onChange={setChosen}
        />
      )}
      <RefusalNote id={`refusal-${dutyId}`} refusal={ticks.refusal} onRead={ticks.clear} />
      <Loaded query={query} skeleton="board">
        {() => (
          <>
            <TickTiles id={dutyId} rows={rows} noteOf={(row) => noteOf(row, today)} onTap={tap} />
            {left.length > 1 && (
              <View className="mt12">
                <Button kind="sunk" id={`rest-${dutyId}`} onTap={askRest}>
                  {`其余 ${left.length} 人都记上`}
                </Button>
              </View>
            )}
          </>
        )}
      </Loaded>
    </View>
  )
}

function noteOf({ ticked, at }: TickRow, today: string): string {
  if (!ticked) return '暂无记录'
  return at === undefined || dayOf(at) === today ? '今天' : formatDay(at)
}
