import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { wayLabels } from '@domain/checkin/wayLabels'
import type { ResponseOf } from '@domain/contract/actions'
import type { ActivityCard } from '@domain/contract/activity'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { DateTile } from '@/components/DateTile/DateTile'
import { Divider } from '@/components/Divider/Divider'
import { Icon, type IconName, type Tone } from '@/components/Icon/Icon'
import { useElder } from '@/platform/useElder'
import { spokenWhen } from './spokenWhen'

/** What is known of it; without network perhaps its card alone. */
export type Shown = Pick<ResponseOf<'activity.view'>, 'card'> & Partial<ResponseOf<'activity.view'>>

interface FactProps {
  icon: IconName
  tone?: Tone
  id: string
  right?: string | undefined
  children: ReactNode
}

const Fact = ({ icon, tone = 'ink2', id, right, children }: FactProps) => (
  <View className="meeting-fact" id={id}>
    <Icon name={icon} tone={tone} />
    <View className="grow">{children}</View>
    {right !== undefined && <View className="meeting-fact-r">{right}</View>}
  </View>
)

type Mine = Omit<FactProps, 'id' | 'children'> & { text: string }

/** How I stand to it, in one line. */
function mineOf({ card, opensAt }: Shown, now: number): Mine {
  if (card.state === 'cancelled') return { icon: 'x', text: '这次活动已取消' }
  switch (card.mine) {
    case 'registered': {
      const at = card.registeredAt === undefined ? [] : [formatClock(card.registeredAt)]
      return {
        icon: 'check',
        tone: 'pine',
        text: '已登记',
        right: [...at, card.way ? wayLabels[card.way] : ''].join(' '),
      }
    }
    case 'waiting':
      return { icon: 'clock', text: '已登记，等另一位同志确认' }
    case 'on_leave':
      return { icon: 'check', text: '已请假' }
    default:
      return leaveOf(card) ?? standsOpen({ card, opensAt }, now)
  }
}

/** What became of a 请假 asked for once the meeting had begun. */
function leaveOf({ leave }: ActivityCard): Mine | null {
  if (leave === 'waits') return { icon: 'clock', text: '已请假，等组织者同意' }
  return leave === 'declined' ? { icon: 'info', text: '这次没有算作请假，有疑问请问组织者' } : null
}

function standsOpen({ card, opensAt }: Shown, now: number): Mine {
  if (card.mine !== 'expected') return { icon: 'info', text: '没有您的登记' }
  const opens = opensAt !== undefined && now < opensAt ? `${formatClock(opensAt)} 起登记` : undefined
  return { icon: 'check', tone: 'pine', text: '名单里有您', right: opens }
}

/** When, as it is said aloud in large text. */
function When({ card, now }: { card: ActivityCard; now: number }) {
  const { elder } = useElder()
  const { title, startsAt, endsAt } = card
  if (elder) {
    const [said, day] = spokenWhen(startsAt, now)
    return (
      <View className="meeting-when" id="meeting-when">
        <View className="t-h1">{title}</View>
        <View className="t-h2">{said}</View>
        <View className="t-body c2">{day}</View>
      </View>
    )
  }
  return (
    <View className="meeting-when row g16" id="meeting-when">
      <DateTile at={startsAt} now={now} />
      <View className="grow">
        <View className="t-h1">{title}</View>
        <View className="t-sub c2 num mt4">
          {`${formatDay(startsAt)} ${formatWeekday(startsAt)} ${formatClock(startsAt)}–${formatClock(endsAt)}`}
        </View>
      </View>
    </View>
  )
}

/** When and where, who holds it, and how I stand to it: one fact a line. */
export function MeetingHead({ shown, now }: { shown: Shown; now: number }) {
  const { card, chairName, lecturer, topic } = shown
  const { text, ...mine } = mineOf(shown, now)
  return (
    <Card id="meeting-head">
      <When card={card} now={now} />
      <Divider inset={16} />
      <View className="meeting-facts">
        <Fact icon="pin" id="meeting-place">
          {card.place}
        </Fact>
        <Fact icon="user" id="meeting-host">
          {chairName === undefined ? card.hostName : `${card.hostName}，${chairName}主持`}
        </Fact>
        {card.joint && (
          <Fact icon="users" id="meeting-joint">
            {`和${card.joint.branches.filter((name) => name !== card.hostName).join('、')}联合开展`}
          </Fact>
        )}
        {topic !== undefined && (
          <Fact icon="book" id="meeting-topic">
            {topic}
          </Fact>
        )}
        {lecturer && (
          <Fact icon="lect" id="meeting-lecturer">
            讲课人 {[lecturer.name, lecturer.post].filter(Boolean).join('，')}
          </Fact>
        )}
        <Fact id="meeting-mine" {...mine}>
          {text}
        </Fact>
      </View>
    </Card>
  )
}
