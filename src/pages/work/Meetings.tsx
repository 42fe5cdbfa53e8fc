import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/period/day'
import { formatClock, formatDayTime, formatWeekday } from '@domain/period/format'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { DateTile } from '@/components/DateTile/DateTile'
import { Dotted } from '@/components/Dotted/Dotted'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/navigate'
import { meetingsOf, type WorkMeeting } from './meetingsOf'

/** The meeting to run now with its red button; further ones below; closed ones that still want their record. */
export function Meetings({ meetings }: { meetings: ResponseOf<'identity.work'>['meetings'] }) {
  const { first, soon, drafts, unrecorded } = meetingsOf(meetings, dayOf(now()))
  return (
    <>
      {first ? <First meeting={first} /> : null}
      {soon.length > 0 ? (
        <>
          <Section title="接下来" />
          <List meetings={soon} route="meeting" />
        </>
      ) : null}
      {unrecorded.length > 0 ? (
        <>
          <Section title="等您整理会议记录" right={`${unrecorded.length} 场`} />
          <List meetings={unrecorded} route="record" />
        </>
      ) : null}
      {drafts.length > 0 ? (
        <>
          <Section title="草稿" />
          <List meetings={drafts} route="meeting" />
        </>
      ) : null}
    </>
  )
}

function First({ meeting }: { meeting: WorkMeeting }) {
  const running = meeting.state === 'open'
  return (
    <Card className="work-first" id={`meeting-${meeting.id}`}>
      <View className="work-first-head">
        <View className="work-first-title">{meeting.title}</View>
        {running ? <Tag tone="done">正在登记</Tag> : <Tag tone="red">今天</Tag>}
      </View>
      <View className="work-first-sub">
        <Dotted parts={[formatClock(meeting.startsAt), meeting.place]} />
      </View>
      <View className="work-first-count">
        {running ? `已登记 ${meeting.registered}，应到 ${meeting.expected}` : `应到 ${meeting.expected} 人`}
      </View>
      <Button id="show-code" icon="qr" onTap={() => open('meeting', { id: meeting.id })}>
        出示登记码
      </Button>
    </Card>
  )
}

function List({ meetings, route }: { meetings: WorkMeeting[]; route: 'meeting' | 'record' }) {
  return (
    <Card className="work-list">
      {meetings.map((meeting, index) => (
        <View key={meeting.id}>
          {index > 0 ? <Divider inset={84} /> : null}
          <Cell
            id={`meeting-${meeting.id}`}
            leading={<DateTile at={meeting.startsAt} now={now()} />}
            title={meeting.title}
            sub={
              <Dotted
                parts={
                  route === 'record'
                    ? [formatDayTime(meeting.startsAt), `已登记 ${meeting.registered}/${meeting.expected}`]
                    : [`${formatWeekday(meeting.startsAt)} ${formatClock(meeting.startsAt)}`, meeting.place]
                }
              />
            }
            chevron
            onTap={() => open(route, { id: meeting.id })}
          />
        </View>
      ))}
    </Card>
  )
}
