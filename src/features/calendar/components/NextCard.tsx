import { View } from '@tarojs/components'
import type { ActivityCard } from '@domain/contract/activity'
import { Card } from '@/components/Card/Card'
import { Icon } from '@/components/Icon/Icon'
import { ActivityRow } from './ActivityRow'
import './NextCard.css'

interface Props {
  card: ActivityCard | undefined
  now: number
  onTap?: (card: ActivityCard) => void
}

/** 下一场 of the home page. */
export function NextCard({ card, now, onTap }: Props) {
  return (
    <Card id="next">
      {card ? (
        <ActivityRow card={card} now={now} large onTap={onTap} />
      ) : (
        <View className="next-none">
          <Icon name="cal" tone="ink3" size={28} />
          <View className="grow">
            <View className="t-body m">近期没有安排活动</View>
            <View className="t-sub c2">支部发布后，会显示在这里</View>
          </View>
        </View>
      )}
    </Card>
  )
}
