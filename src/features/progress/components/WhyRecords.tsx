import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Why } from '@domain/contract/progress'
import { formatDayTime } from '@domain/period/format'
import { Dotted } from '@/components/Dotted/Dotted'
import { Icon } from '@/components/Icon/Icon'
import { Tag } from '@/components/Tag/Tag'
import { wayLabels } from '@/platform/wayLabels'
import { notCountedOf } from '../sentences/notCounted'

/** What counts, what was seen but does not, and what in the calendar would complete it. */
export function WhyRecords({ why: { counted, notCounted, planned } }: { why: Why }) {
  return (
    <View>
      <Group id="why-counted" before="计入" count={counted.length} tone="done">
        {counted.map((record) => (
          <Line
            key={record.id}
            icon={<Icon name="check" tone="pine" size={24} />}
            title={`${formatDayTime(record.at)} ${record.title}`}
            text={<Dotted parts={[record.way && wayLabels[record.way], record.note]} />}
            tag={record.backfilled ? <Tag tone="mute">补登</Tag> : null}
          />
        ))}
      </Group>
      {notCounted.length > 0 ? (
        <Group id="why-not-counted" before="没有计入" count={notCounted.length}>
          {notCounted.map((record) => {
            const { text, tag } = notCountedOf(record.reason)
            return (
              <Line
                key={record.id}
                icon={<Icon name={tag ? 'clock' : 'info'} tone={tag ? 'blue' : 'ink3'} size={24} />}
                title={`${formatDayTime(record.at)} ${record.title}${record.backfilled ? '（补登）' : ''}`}
                text={text}
                tag={tag ? <Tag tone="info">{tag}</Tag> : null}
              />
            )
          })}
        </Group>
      ) : null}
      {planned.length > 0 ? (
        <Group id="why-planned" before="已安排" count={planned.length}>
          {planned.map((each) => (
            <Line
              key={each.activityId}
              icon={<Icon name="cal" tone="blue" size={24} />}
              title={`${formatDayTime(each.startsAt)} ${each.title}`}
              text="届时登记后自动计入"
            />
          ))}
        </Group>
      ) : null}
    </View>
  )
}

interface GroupProps {
  id: string
  before: string
  count: number
  tone?: 'done'
  children: ReactNode
}
function Group({ id, before, count, tone, children }: GroupProps) {
  return (
    <View id={id} className="why-group">
      <View className="why-group-title">
        <Text>{before}</Text>
        <Text className={tone ? 'why-count why-count-done' : 'why-count'}>{count}</Text>
        <Text>条</Text>
      </View>
      {children}
    </View>
  )
}

interface LineProps {
  icon: ReactNode
  title: string
  text: ReactNode
  tag?: ReactNode
}
function Line({ icon, title, text, tag }: LineProps) {
  return (
    <View className="why-line">
      {icon}
      <View className="why-line-text">
        <View className="why-line-title">{title}</View>
        <View className="why-line-sub">{text}</View>
      </View>
      {tag}
    </View>
  )
}
