import { View } from '@tarojs/components'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { ResultHead } from '@/components/ResultHead/ResultHead'
import { waitsBecause } from '@/words/waitsBecause'
import type { Registered, VisitStep } from '../hooks/useVisit'
import { purposesText } from '../logic/purposes'
import { HouseholdCard } from './HouseholdCard'

interface Taps {
  onRecords: () => void
  onDeeds: () => void
}

/** 本月第 2 次，已满足; without a minimum only the count. */
function countText({ done, needed }: Pick<Registered, 'done' | 'needed'>): string {
  if (needed === null) return `本月已走访 ${done} 次`
  return done >= needed
    ? `本月 ${done}/${needed} 次，已完成`
    : `本月 ${done}/${needed} 次，还有 ${needed - done} 次`
}

/** A second visit on the day is the same one: said plainly, nothing to do. */
export function AlreadyToday({
  at,
  onRecords,
  ...card
}: { at: number; onRecords: () => void } & Parameters<typeof HouseholdCard>[0]) {
  return (
    <View id="already-today">
      <ResultHead mark={{ icon: 'deed', tone: 'blue' }} title="今天已经登记过了">
        {formatClock(at)} 登记的。同一天走访同一户算一次，不用重复登记
      </ResultHead>
      <HouseholdCard {...card} />
      <Card className="mt12">
        <Cell
          id="to-records"
          leading={<Icon name="list" tone="ink2" />}
          title="看我的全部记录"
          chevron
          onTap={onRecords}
        />
      </Card>
    </View>
  )
}

/** What was registered, and what the month says now. */
export function VisitResult({
  step: { visit, purposes },
  onRecords,
  onDeeds,
}: { step: Extract<VisitStep, { type: 'registered' }> } & Taps) {
  if (visit.again) return <AlreadyToday onRecords={onRecords} {...visit} />
  const { waitsFor } = visit
  return (
    <View id="visit-result">
      {waitsFor === undefined ? (
        <ResultHead title="走访登记成功">{countText(visit)}</ResultHead>
      ) : (
        <ResultHead mark={{ icon: 'clock', tone: 'blue' }} title={`已登记，等${waitsFor}确认`}>
          隔了一天才传上来，或者和另一天的走访同一天传上来的，由村里确认后计入
        </ResultHead>
      )}
      <HouseholdCard {...visit} />
      <Card className="mt12">
        <Cell
          leading={<Icon name="clock" tone="ink2" />}
          title={`${formatDay(visit.at)} ${formatWeekday(visit.at)} ${formatClock(visit.at)}`}
          sub={purposesText(purposes)}
        />
        <Divider inset={52} />
        <Cell
          id="to-deeds"
          leading={<Icon name="deed" tone="ink2" />}
          title="帮办了一件实事"
          sub="记在“办实事”"
          chevron
          onTap={onDeeds}
        />
      </Card>
    </View>
  )
}

/** Without an answer: kept, and what happens next. */
export function VisitKept({
  step: { at, purposes, onPhone, because },
}: {
  step: Extract<VisitStep, { type: 'kept' }>
}) {
  return (
    <View id="visit-kept">
      <ResultHead
        mark={{ icon: 'cloudup', tone: onPhone ? 'blue' : 'ochre' }}
        title={onPhone ? '已存在本机' : '手机存满了，还没能存下'}
      >
        {onPhone
          ? `${waitsBecause(because)}，走访照常。联网后自动上传，可以关闭手机；一天内传上来直接计入，晚了由村里确认`
          : '请先别关闭小程序，联网后自动上传；一天内传上来直接计入，晚了由村里确认'}
      </ResultHead>
      <Card>
        <Cell
          leading={<Icon name="clock" tone="ink2" />}
          title={`${formatDay(at)} ${formatWeekday(at)} ${formatClock(at)}`}
          sub={purposesText(purposes)}
        />
      </Card>
    </View>
  )
}
