import { View } from '@tarojs/components'
import { formatClock, formatWeekday } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { DateTile } from '@/components/DateTile/DateTile'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { absentText, countText, splitMeetings, type UnitMeeting, unsettledCount } from '../logic/unitMeetings'
import './UnitMeetings.css'

interface Props {
  meetings: readonly UnitMeeting[]
  /** Absent: this person runs none of them. */
  onOpen?: ((meeting: UnitMeeting) => void) | undefined
}

/** What the 中心组 held and what is to come: who was expected, who was there, who was not and why. */
export function UnitMeetings({ meetings, onOpen }: Props) {
  const { coming, held } = splitMeetings(meetings)
  return (
    <View id="unit-meetings">
      {coming.length > 0 ? (
        <>
          <Section title="接下来" />
          <List meetings={coming} onOpen={onOpen} />
        </>
      ) : null}
      <Section title="已开展" right={held.length > 0 ? `${held.length} 次` : undefined} />
      {held.length > 0 ? (
        <List meetings={held} onOpen={onOpen} />
      ) : (
        <Card className="unit-none">
          <View id="unit-no-record">暂无记录</View>
        </Card>
      )}
    </View>
  )
}

function List({ meetings, onOpen }: Props) {
  return (
    <Card className="unit-list">
      {meetings.map((meeting, index) => (
        <View key={meeting.id}>
          {index > 0 ? <Divider inset={84} /> : null}
          <Cell
            id={`unit-meeting-${meeting.id}`}
            leading={<DateTile at={meeting.startsAt} now={now()} />}
            title={meeting.title}
            sub={<Facts meeting={meeting} />}
            right={<State meeting={meeting} />}
            {...(onOpen ? { chevron: true, onTap: () => onOpen(meeting) } : {})}
          />
        </View>
      ))}
    </Card>
  )
}

function State({ meeting: { state } }: { meeting: UnitMeeting }) {
  if (state === 'draft') return <Tag tone="mute">草稿</Tag>
  if (state === 'open') return <Tag tone="done">正在登记</Tag>
  if (state === 'closed') return <Tag tone="info">待成册</Tag>
  return null
}

function Facts({ meeting }: { meeting: UnitMeeting }) {
  const { startsAt, topic } = meeting
  const absent = absentText(meeting)
  const unsettled = unsettledCount(meeting)
  return (
    <View className="unit-facts">
      <View>{`${formatWeekday(startsAt)} ${formatClock(startsAt)}`}</View>
      {topic ? <View>{`主题：${topic}`}</View> : null}
      <View className="unit-count">{countText(meeting)}</View>
      {absent ? <View>{`缺席人员及原因：${absent}`}</View> : null}
      {unsettled > 0 ? <View>{`${unsettled} 人未登记，待整理`}</View> : null}
    </View>
  )
}
