import { View } from '@tarojs/components'
import type { CardChange } from '@domain/contract/card'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import { LinkText } from '@/components/LinkText/LinkText'
import { Tag } from '@/components/Tag/Tag'
import type { Card } from '../hooks/useCards'
import './cards.css'

/** What is known of a card: nothing of who scanned it. */
function saying({ state, own, renewed, scannedOn }: Card): string {
  if (own) return '您联系的户，由另一位同志打印、更换'
  if (state === 'stopped') return '再扫没有反应；要再用，换一张'
  if (state === 'unprinted') return renewed ? '旧卡已作废，新卡还没打印' : '打印好，贴到屋里'
  return scannedOn === undefined ? '用着，还没扫过' : `用着，${formatDay(scannedOn)}扫过`
}

interface Props {
  card: Card
  busy: boolean
  onSet: (to: CardChange) => void
}

/** One card: its number, how it stands, and what can be done with it. */
export function CardRow({ card, busy, onSet }: Props) {
  const { householdId, number, state, own } = card
  const set = (to: CardChange) => !busy && onSet(to)
  return (
    <View className="card-row" id={`card-${householdId}`}>
      <View className="grow">
        <View className="card-row-n">
          {number}
          {state === 'unprinted' && !own && <Tag tone="miss">待打印</Tag>}
          {state === 'stopped' && <Tag tone="mute">已停用</Tag>}
        </View>
        <View className="t-sub c2">{saying(card)}</View>
      </View>
      {!own && state !== 'stopped' && (
        <LinkText id={`stop-${householdId}`} onTap={() => set('stopped')}>
          停用
        </LinkText>
      )}
      {!own && (
        <Button kind="sunk" small id={`renew-${householdId}`} onTap={() => set('renewed')}>
          换一张
        </Button>
      )}
    </View>
  )
}
