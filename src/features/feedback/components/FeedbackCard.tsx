import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { FeedbackItem } from '@domain/contract/feedback'
import { Card } from '@/components/Card/Card'
import { Tag } from '@/components/Tag/Tag'
import { timeText } from '../logic/feedbackWords'
import './FeedbackCard.css'

interface Props {
  item: FeedbackItem
  /** Who sent it, for those who answer. */
  from?: string | undefined
  children?: ReactNode
}

/** One complaint or proposal: its words, the answer, its number and how long it takes. */
export function FeedbackCard({ item, from, children }: Props) {
  const { number, text, state, answer, overdue } = item
  return (
    <Card pad className="feedback" id={`feedback-${number}`}>
      <View className="feedback-head">
        <View className="grow t-body m">{text}</View>
        {state === 'answered' ? (
          <Tag tone="done">已答复</Tag>
        ) : (
          <Tag tone={overdue ? 'miss' : 'info'}>待答复</Tag>
        )}
      </View>
      {answer && <View className="t-sub c2 mt4">{answer}</View>}
      <View className="feedback-foot num">
        编号 {number}
        <View className="sep" />
        {timeText(item)}
        {from !== undefined && <View className="sep" />}
        {from}
      </View>
      {children}
    </Card>
  )
}
