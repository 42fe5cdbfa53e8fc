import { View } from '@tarojs/components'
import { useState } from 'react'
import { startOfDay } from '@domain/time/day'
import { shortPeriodLabel } from '@domain/time/format'
import { type Period, periodByKey, type PeriodKind, periodKinds, periodOf } from '@domain/time/period'
import { Button } from '@/components/Button/Button'
import { Seg } from '@/components/Seg/Seg'
import './book.css'

interface Props {
  /** 2026-09: the running month, or the last of a year that is over. */
  month: string
  /** A ledger is being made. */
  busy: boolean
  onLedger: (periodKey: string) => void
  onBundle: (periodKey: string) => void
  onHandbook: (periodKey: string) => void
  onPatrol: () => void
}

/** Nobody hands in a half-year of meetings. */
const spans = periodKinds.filter((kind) => kind !== 'half')

const labelOf = (period: Period): string => (period.kind === 'year' ? '全年' : shortPeriodLabel(period))

/** Papers of a month, its quarter or its year. */
export function BookDock({ month, busy, onLedger, onBundle, onHandbook, onPatrol }: Props) {
  const [span, setSpan] = useState<PeriodKind>('month')
  const at = startOfDay(periodByKey(month).from)
  const period = periodOf(span, at)
  return (
    <View className="dock-stack">
      <Seg
        items={spans.map((key) => ({ key, label: labelOf(periodOf(key, at)) }))}
        value={span}
        onChange={setSpan}
      />
      <View className="book-dock-row">
        <Button kind="outline" id="make-bundle" grow={span === 'year'} onTap={() => onBundle(period.key)}>
          打包记录
        </Button>
        {span === 'year' ? (
          <Button kind="outline" id="make-handbook" icon="book" grow onTap={() => onHandbook(period.key)}>
            工作手册
          </Button>
        ) : (
          <Ledger period={period} busy={busy} onLedger={onLedger} />
        )}
      </View>
      {span === 'year' ? (
        <View className="book-dock-row">
          <Button kind="outline" id="to-patrol" grow onTap={onPatrol}>
            巡察资料包
          </Button>
          <Ledger period={period} busy={busy} onLedger={onLedger} />
        </View>
      ) : null}
    </View>
  )
}

const Ledger = ({ period, busy, onLedger }: { period: Period } & Pick<Props, 'busy' | 'onLedger'>) => (
  <Button id="export-ledger" icon="doc" grow busy={busy} onTap={() => onLedger(period.key)}>
    {busy ? '正在做' : `导出${labelOf(period)}台账`}
  </Button>
)
