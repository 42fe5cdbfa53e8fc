import { View } from '@tarojs/components'
import type { ActivityCard } from '@domain/contract/activity'
import { Button } from '@/components/Button/Button'
import { LinkText } from '@/components/LinkText/LinkText'
import { Tag } from '@/components/Tag/Tag'
import { useEnrolment } from '../hooks/useEnrolment'

/** 报名 beside a service, and back. */
export function EnrolControl({ card, link }: { card: ActivityCard; link?: boolean }) {
  const { join, takeBack, busy } = useEnrolment(card)
  const id = `enrol-${card.id}`
  if (card.mine === 'enrolled') {
    return (
      <View className="leave-on" id={id} hoverClass="pressed" onClick={() => !busy && void takeBack()}>
        <Tag tone="info">已报名</Tag>
      </View>
    )
  }
  return link ? (
    <LinkText id={id} onTap={() => !busy && void join()}>
      报名
    </LinkText>
  ) : (
    <Button kind="sunk" small id={id} busy={busy} onTap={() => void join()}>
      报名
    </Button>
  )
}
