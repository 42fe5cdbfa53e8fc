import { View } from '@tarojs/components'
import { Fragment } from 'react'
import type { BookMeeting } from '@domain/contract/book'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Empty } from '@/components/Empty/Empty'
import { Icon } from '@/components/Icon/Icon'
import { Ring } from '@/components/Ring/Ring'
import { Tag } from '@/components/Tag/Tag'
import { itemFacts, meetingFacts, type MonthItem } from './monthWords'

interface Props {
  items: readonly MonthItem[]
  others: readonly BookMeeting[]
  onItem: (item: MonthItem) => void
  onMeeting: (id: string) => void
}

/** What is owed each month, in the order of the rules; below it what was held of longer times. */
export function MonthCard({ items, others, onItem, onMeeting }: Props) {
  if (items.length + others.length === 0)
    return <Empty image="none" icon="cal" id="month-empty" title="这个月没有要求的事项" text="也没有别的会" />
  return (
    <Card id="month-card">
      {items.map((item, index) => (
        <Fragment key={item.duty.dutyId}>
          {index > 0 ? <Divider inset={68} /> : null}
          <Item item={item} onTap={() => onItem(item)} />
        </Fragment>
      ))}
      {others.length > 0 ? <View className="month-strip">季度、年度事项，够不够在各自的时间里看</View> : null}
      {others.map((meeting, index) => (
        <Fragment key={meeting.id}>
          {index > 0 ? <Divider inset={68} /> : null}
          <Cell
            id={`meeting-${meeting.id}`}
            leading={
              <View className="month-other">
                <Icon name="cal" tone="ink2" size={22} />
              </View>
            }
            title={<Title text={meeting.title} late={meeting.late === true} />}
            sub={<Dotted parts={meetingFacts(meeting)} />}
            chevron
            onTap={() => onMeeting(meeting.id)}
          />
        </Fragment>
      ))}
    </Card>
  )
}

function Item({ item, onTap }: { item: MonthItem; onTap: () => void }) {
  const { duty, meetings } = item
  const facts = itemFacts(item)
  return (
    <Cell
      id={`item-${duty.dutyId}`}
      leading={
        <Ring
          done={duty.done}
          needed={duty.needed}
          state={duty.state}
          size={44}
          calm
          label={[duty.label, ...facts].join('，')}
        />
      }
      title={<Title text={duty.label} late={meetings.some(({ late }) => late)} />}
      sub={<Dotted parts={facts} />}
      chevron
      onTap={onTap}
    />
  )
}

export const Title = ({ text, late }: { text: string; late: boolean }) => (
  <View className="month-title">
    {text}
    {late ? <Tag tone="mute">补录</Tag> : null}
  </View>
)
