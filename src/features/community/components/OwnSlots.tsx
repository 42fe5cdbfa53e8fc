import { View } from '@tarojs/components'
import type { OwnCommunities, Registered } from '@domain/contract/community'
import { formatDay, formatYearDay } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { LinkText } from '@/components/LinkText/LinkText'
import { Note } from '@/components/Note/Note'
import { Tag } from '@/components/Tag/Tag'
import './own.css'

type Asked = OwnCommunities['asked'][number]

interface HeldProps {
  held: Registered
  onReceipt: () => void
  onChange: () => void
  onLeave: () => void
}

/** A registration that holds, its 回执, and how to change it. */
export function HeldSlot({ held, onReceipt, onChange, onLeave }: HeldProps) {
  const { kind, community, from, receipt } = held
  return (
    <Card className="report-slot" id={`held-${kind}`}>
      <View className="report-head">
        <View className="report-name">{community.name}</View>
        <Tag tone="done" icon="check">
          已报到
        </Tag>
      </View>
      <View className="t-sub c2">
        {receipt ? `${formatYearDay(from)}接收，回执号 ${receipt.number}` : '名册里登记的，没有回执'}
      </View>
      <View className="report-acts">
        {receipt ? (
          <LinkText id={`receipt-${kind}`} icon="doc" onTap={onReceipt}>
            看回执
          </LinkText>
        ) : null}
        <LinkText id={`change-${kind}`} onTap={onChange}>
          换一个社区
        </LinkText>
        <LinkText id={`leave-${kind}`} onTap={onLeave}>
          不再报到
        </LinkText>
      </View>
    </Card>
  )
}

interface AskedProps {
  asked: Asked
  busy: boolean
  onWithdraw: () => void
}

/** What waits for a community, or what it said. */
export function AskedSlot({ asked, busy, onWithdraw }: AskedProps) {
  const { kind, community, askedOn, declinedOn } = asked
  if (declinedOn !== undefined)
    return (
      <Note tone="info" icon="info" id={`declined-${kind}`}>
        {`${community.name}说您不在它的范围，请另选一个。`}
      </Note>
    )
  return (
    <Card className="report-slot" id={`asked-${kind}`}>
      <View className="report-head">
        <View className="report-name">{community.name}</View>
        <Tag tone="info" icon="clock">
          等社区接收
        </Tag>
      </View>
      <View className="row between">
        <View className="t-sub c2 grow">{`${formatDay(askedOn)}报到，社区三天内答复`}</View>
        <LinkText id={`withdraw-${kind}`} onTap={() => !busy && onWithdraw()}>
          撤回
        </LinkText>
      </View>
    </Card>
  )
}

/** What was, last first. */
export function PastSlots({ past }: Pick<OwnCommunities, 'past'>) {
  return (
    <Card className="report-slot">
      {past.map(({ kind, community, from, to }) => (
        <View key={`${kind} ${from} ${community}`} className="t-sub c2">
          {`${community}，${formatYearDay(from)}至${formatYearDay(to)}`}
        </View>
      ))}
    </Card>
  )
}
