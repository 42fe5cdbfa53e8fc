import { Picker, View } from '@tarojs/components'
import type { Day } from '@domain/time/day'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import type { Talk } from '../hooks/useTalk'
import { dayWords, lastWords, offered, type Person, type TalkPage } from '../logic/talkDraft'
import './TalkCard.css'

export type Side = 'first' | 'second'

interface Props {
  data: TalkPage
  talk: Talk
  onChoose: (side: Side) => void
}

/** 27: two people and a day. There is no field for what was said. */
export function TalkCard({ data, talk, onChoose }: Props) {
  const { first, second } = talk
  const mine = first !== undefined && first.memberId === data.me
  return (
    <View id="talk">
      <Card>
        <View className="talk-pair">
          <Who
            id="talk-first"
            person={first}
            strong
            // A group leader enters what one has talked oneself.
            {...(data.led ? {} : { onTap: () => onChoose('first') })}
            caption={mine ? '您' : undefined}
          />
          <View className="talk-icon">
            <Icon name="talk" tone="ink2" size={22} />
          </View>
          <Who id="talk-second" person={second} onTap={() => onChoose('second')} />
        </View>
        {second ? null : <Offered data={data} talk={talk} />}
        <Divider inset={16} />
        <Days from={data.from} talk={talk} />
      </Card>
      {second && (
        <View className="talk-last" id="talk-last">
          {second.last ? `${second.name}上一次：${lastWords(second)}` : `${second.name}：暂无记录`}
        </View>
      )}
    </View>
  )
}

interface WhoProps {
  id: string
  person: Person | undefined
  strong?: boolean
  caption?: string | undefined
  onTap?: () => void
}

function Who({ id, person, strong, caption, onTap }: WhoProps) {
  return (
    <View className="talk-who" id={id} hoverClass={onTap ? 'pressed' : 'none'} onClick={onTap}>
      <View className={strong ? undefined : 'talk-other'}>
        <Avatar name={person?.name ?? '?'} large />
      </View>
      {person && <View className="talk-name">{person.name}</View>}
      {caption !== undefined && <View className="talk-caption">{caption}</View>}
      {onTap && caption === undefined ? (
        <View className="talk-caption talk-change">{person ? '换一位' : '选一位'}</View>
      ) : null}
    </View>
  )
}

/** A few to be tapped without a list. */
function Offered({ data, talk: { first, change } }: Pick<Props, 'data' | 'talk'>) {
  return (
    <View className="chips talk-offered" id="talk-offered">
      {offered(data.people, first?.memberId).map(({ memberId, name }) => (
        <Chip key={memberId} id={`talk-with-${memberId}`} onTap={() => change({ second: memberId })}>
          {name}
        </Chip>
      ))}
    </View>
  )
}

function Days({ from, talk: { on, days, change } }: { from: Day; talk: Talk }) {
  const { today, yesterday } = days
  const other = on !== today && on !== yesterday
  return (
    <View className="chips talk-days" id="talk-days">
      <Chip id="talk-today" on={on === today} onTap={() => change({ on: today })}>
        今天
      </Chip>
      {yesterday >= from && (
        <Chip id="talk-yesterday" on={on === yesterday} onTap={() => change({ on: yesterday })}>
          昨天
        </Chip>
      )}
      <Picker
        mode="date"
        value={on}
        start={from}
        end={today}
        onChange={(event) => change({ on: event.detail.value })}
      >
        <Chip id="talk-day" on={other} onTap={() => undefined}>
          <Icon name="cal" tone={other ? 'red' : 'ink2'} size={18} />
          {other ? dayWords(on, days) : '选日期'}
        </Chip>
      </Picker>
    </View>
  )
}
