import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { dayOf } from '@domain/time/day'
import { formatClock, formatDayTime, formatWeekday } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { DateTile } from '@/components/DateTile/DateTile'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { open } from '@/navigation/navigate'
import { meetingsOf, type WorkMeeting } from './meetingsOf'

type Work = ResponseOf<'identity.work'>

/** The meeting to run now with its red button; what is over and not settled; further ones below. */
export function Meetings({
  meetings,
  late,
}: {
  meetings: Work['meetings']
  late: NonNullable<Work['late']>
}) {
  const { first, soon, drafts, todo: all } = meetingsOf(meetings, dayOf(now()))
  // Whoever is asked for the second word runs the branch as well: one row for one meeting.
  const todo = all.filter(({ meeting: { id } }) => !late.some(({ activityId }) => activityId === id))
  return (
    <>
      {first ? <First meeting={first} /> : null}
      {todo.length + late.length > 0 ? (
        <>
          <Section title="待办" right={`${todo.length + late.length} 场`} />
          <Todo todo={todo} late={late} />
        </>
      ) : null}
      {soon.length > 0 ? (
        <>
          <Section title="接下来" />
          <List meetings={soon} />
        </>
      ) : null}
      {drafts.length > 0 ? (
        <>
          <Section title="草稿" />
          <List meetings={drafts} />
        </>
      ) : null}
    </>
  )
}

const asks: Record<NonNullable<WorkMeeting['todo']>, ReactNode> = {
  doubted: <Tag tone="miss">有出入，请核对</Tag>,
  unopened: <Tag tone="miss">开成了吗</Tag>,
  unrecorded: <Tag tone="info">整理会议记录</Tag>,
  awaits: <Tag tone="mute">等确认</Tag>,
}

/** Announced after its day: nobody asks whether it took place. */
const toEnter = <Tag tone="miss">补点到会的人</Tag>

function Todo({
  todo,
  late,
}: Pick<ReturnType<typeof meetingsOf>, 'todo'> & { late: NonNullable<Work['late']> }) {
  const lines = [
    ...late.map(({ activityId, title, startsAt, by }) => ({
      ...{ id: `late-${activityId}`, title, startsAt, asked: <Tag tone="info">请您确认</Tag> },
      parts: [formatDayTime(startsAt), `${by}补录`],
      onTap: () => open('past', { id: activityId }),
    })),
    ...todo.map(({ todo: what, meeting: { id, title, startsAt, registered, expected, late: isLate } }) => ({
      ...{
        id: `meeting-${id}`,
        title,
        startsAt,
        asked: what === 'unopened' && isLate ? toEnter : asks[what],
      },
      parts: [formatDayTime(startsAt), what === 'unopened' ? '没有登记' : `已登记 ${registered}/${expected}`],
      onTap: () => open(what === 'unrecorded' ? 'record' : 'meeting', { id }),
    })),
  ]
  return (
    <Card className="work-list" id="todo">
      {lines.map(({ id, title, startsAt, parts, asked, onTap }, index) => (
        <View key={id}>
          {index > 0 ? <Divider inset={84} /> : null}
          <Cell
            id={id}
            leading={<DateTile at={startsAt} now={now()} />}
            title={title}
            sub={
              <>
                <Dotted parts={parts} />
                <View className="work-asked">{asked}</View>
              </>
            }
            chevron
            onTap={onTap}
          />
        </View>
      ))}
    </Card>
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

function List({ meetings }: { meetings: WorkMeeting[] }) {
  return (
    <Card className="work-list">
      {meetings.map(({ id, title, startsAt, place }, index) => (
        <View key={id}>
          {index > 0 ? <Divider inset={84} /> : null}
          <Cell
            id={`meeting-${id}`}
            leading={<DateTile at={startsAt} now={now()} />}
            title={title}
            sub={<Dotted parts={[`${formatWeekday(startsAt)} ${formatClock(startsAt)}`, place]} />}
            chevron
            onTap={() => open('meeting', { id })}
          />
        </View>
      ))}
    </Card>
  )
}
