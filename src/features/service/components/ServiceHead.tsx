import { View } from '@tarojs/components'
import { sevenOneShort } from '@domain/activity/sevenOneLabels'
import type { ServiceBoard } from '@domain/contract/service'
import { dayOf } from '@domain/time/day'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { Card } from '@/components/Card/Card'
import { Counts } from '@/components/Counts/Counts'
import { Dotted } from '@/components/Dotted/Dotted'
import { Tag } from '@/components/Tag/Tag'
import './ServiceHead.css'

/** 9月26日 周六 9:00–11:00 */
export const spanOf = ({ startsAt, endsAt }: Pick<ServiceBoard, 'startsAt' | 'endsAt'>): string =>
  `${formatDay(startsAt)} ${formatWeekday(startsAt)} ${formatClock(startsAt)}–${formatClock(endsAt)}`

/** Which service, and its three numbers. */
export function ServiceHead({ board }: { board: ServiceBoard }) {
  return (
    <Card className="service-head" id="service-head">
      <View className="service-head-line">
        <View className="service-head-title">{board.title}</View>
        <StateTag board={board} />
      </View>
      <View className="service-head-sub">
        <Dotted parts={[spanOf(board), board.community.name]} />
        {board.limit === undefined ? null : <View>{`名额 ${board.limit}`}</View>}
        {board.proposedBy ? <View id="service-proposed">{`${board.proposedBy}提议`}</View> : null}
        {board.sevenOnes ? (
          <View id="service-seven">{`七个一：${board.sevenOnes.map((one) => sevenOneShort[one]).join('、')}`}</View>
        ) : null}
      </View>
      <View className="service-head-counts">
        <ServiceCounts board={board} />
      </View>
    </Card>
  )
}

export function ServiceCounts({ board, big }: { board: ServiceBoard; big?: boolean }) {
  const { enrolled, confirmed, pending } = board.totals
  // Of a 补录 nobody counts yet.
  const waits = board.late !== undefined && board.late.state !== 'confirmed'
  const parts = [
    { key: 'enrolled', label: '报名', count: enrolled },
    { key: 'confirmed', label: waits ? '已记上' : '已确认', count: confirmed, tone: 'pine' },
    { key: 'pending', label: big ? '待确认' : '待您确认', count: pending, tone: 'blue' },
  ] as const
  return <Counts parts={parts} big={big} />
}

function StateTag({ board: { state, startsAt, notHeld } }: { board: ServiceBoard }) {
  if (state === 'open') return <Tag tone="done">正在登记</Tag>
  if (state === 'cancelled') return <Tag tone="mute">{notHeld ? '没有举行' : '已取消'}</Tag>
  if (state === 'closed' || state === 'recorded') return <Tag tone="mute">登记已结束</Tag>
  return dayOf(startsAt) === dayOf(now()) ? <Tag tone="info">今天</Tag> : null
}
