import { View } from '@tarojs/components'
import type { BookMeeting } from '@domain/contract/book'
import { clockOf } from '@domain/time/day'
import { formatWeekday } from '@domain/time/format'
import { Tag } from '@/components/Tag/Tag'
import { factsOf, tagOf } from '../logic/bookWords'
import './book.css'

interface Props {
  meeting: BookMeeting
  onTap: () => void
}

/** A meeting of the book: its day, what it was, who came, and what is left to do. */
export function BookRow({ meeting, onTap }: Props) {
  const { id, title, topic, startsAt } = meeting
  const { tone, text } = tagOf(meeting)
  return (
    <View className="book-row" id={`meeting-${id}`} hoverClass="pressed" onClick={onTap}>
      <View className="book-day">
        <View className="book-date">{`${clockOf(startsAt).date}日`}</View>
        <View className="t-cap c2">{formatWeekday(startsAt)}</View>
      </View>
      <View className="book-text">
        <View className="book-title">{title}</View>
        {topic ? <View className="book-facts">{topic}</View> : null}
        <View className="book-facts">
          {factsOf(meeting).map((fact) => (
            <View key={fact}>{fact}</View>
          ))}
        </View>
      </View>
      <View className="book-tag">
        <Tag tone={tone} {...(tone === 'done' && { icon: 'check' as const })}>
          {text}
        </Tag>
      </View>
    </View>
  )
}
