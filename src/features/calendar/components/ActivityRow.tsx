import { View } from '@tarojs/components'
import type { ActivityCard } from '@domain/contract/activity'
import { formatClock } from '@domain/time/format'
import { DateTile } from '@/components/DateTile/DateTile'
import { Tag } from '@/components/Tag/Tag'
import { wayLabels } from '@domain/checkin/wayLabels'
import { mayEnrol } from '../logic/mayEnrol'
import { EnrolControl } from './EnrolControl'
import { LeaveControl } from './LeaveControl'
import './ActivityRow.css'

interface Props {
  card: ActivityCard
  now: number
  /** The home page's single card shows the title larger. */
  large?: boolean
  onTap?: (card: ActivityCard) => void
}

function Standing({ card, now, link }: { card: ActivityCard; now: number; link?: boolean }) {
  if (card.state === 'cancelled') return <Tag tone="mute">已取消</Tag>
  if (mayEnrol(card, now)) return <EnrolControl card={card} link={link} />
  switch (card.mine) {
    case 'registered':
      return (
        <Tag tone="done" icon="check">
          已到会
        </Tag>
      )
    case 'waiting':
      return <Tag tone="info">待确认</Tag>
    case 'expected':
    case 'on_leave':
      if (card.leave === 'declined') return <Tag tone="mute">未登记</Tag>
      if (card.endsAt > now && card.state !== 'closed' && card.state !== 'recorded')
        return <LeaveControl card={card} link={link} />
      return card.mine === 'on_leave' ? <Tag tone="info">请假</Tag> : <Tag tone="mute">未登记</Tag>
    case 'not_registered':
      return card.leave === 'waits' ? <Tag tone="info">请假待同意</Tag> : <Tag tone="mute">未登记</Tag>
    case 'enrolled':
      return <Tag tone="mute">报过名</Tag>
    case 'open_to_all':
      return <Tag tone="mute">自愿参加</Tag>
  }
}

function detailOf(card: ActivityCard): string {
  if (card.mine === 'registered' && card.registeredAt !== undefined) {
    return `${formatClock(card.registeredAt)} ${card.way ? wayLabels[card.way] : '登记'}`
  }
  return formatClock(card.startsAt)
}

/** One activity: day, title, time and place, and how I stand to it. */
export function ActivityRow({ card, now, large, onTap }: Props) {
  const service = card.kind === 'community_service'
  const place = service ? card.hostName : card.place
  return (
    <View className="act" id={`activity-${card.id}`}>
      <DateTile at={card.startsAt} now={now} />
      <View className="grow" onClick={onTap && (() => onTap(card))}>
        <View className={large ? 't-h2' : 't-body b'}>{card.title}</View>
        <View className="act-s">
          {detailOf(card)}
          <View className="sep" />
          {place}
          {service && card.mine === 'open_to_all' && (
            <>
              <View className="sep" />
              自愿
            </>
          )}
        </View>
      </View>
      <Standing card={card} now={now} link={large} />
    </View>
  )
}
