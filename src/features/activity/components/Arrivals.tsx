import { Text, View } from '@tarojs/components'
import type { Arrival } from '@domain/contract/activity'
import { formatClock } from '@domain/period/format'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { LinkText } from '@/components/LinkText/LinkText'
import { Section } from '@/components/Section/Section'
import { wayLabels } from '@/platform/wayLabels'
import './Arrivals.css'

interface Props {
  arrivals: Arrival[]
  /** Not once the record is confirmed. */
  mayChange: boolean
  onStrike: (arrival: Arrival) => void
  onRestore: (arrival: Arrival) => void
}

/** Who has just arrived, newest first. Striking out is named and can be taken back. */
export function Arrivals({ arrivals, mayChange, onStrike, onRestore }: Props) {
  return (
    <View id="arrivals">
      <Section title="刚刚到会" right={mayChange ? '人不在现场，可撤销登记' : undefined} />
      <Card className="arrivals">
        {arrivals.length === 0 ? <View className="arrivals-none">还没有人登记</View> : null}
        {arrivals.map((arrival, index) => (
          <View key={arrival.memberId}>
            {index > 0 ? <Divider inset={64} /> : null}
            <View className="arrival" id={`arrival-${arrival.memberId}`}>
              <Avatar name={arrival.name} />
              <View className="arrival-who">
                <View className={arrival.struck ? 'arrival-name arrival-struck' : 'arrival-name'}>
                  {arrival.name}
                </View>
                <Fact arrival={arrival} />
              </View>
              {arrival.struck ? null : <Text className="arrival-at">{formatClock(arrival.at)}</Text>}
              {mayChange ? <Undo arrival={arrival} onStrike={onStrike} onRestore={onRestore} /> : null}
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}

function Fact({ arrival }: { arrival: Arrival }) {
  if (arrival.struck) {
    return (
      <View className="arrival-fact">
        {`已撤销：${arrival.struck.reason}`}
        <Text className="sep" />
        {arrival.struck.by}
      </View>
    )
  }
  const guest = arrival.guest ? ['名单外', arrival.branchName].filter(Boolean).join(' · ') : ''
  if (arrival.fromAlbum) {
    return (
      <View className="arrival-fact arrival-look">
        {[guest, '相册识别，请看一眼'].filter(Boolean).join(' · ')}
      </View>
    )
  }
  const waits = arrival.waitsFor ? `等${arrival.waitsFor}确认` : ''
  return (
    <View className="arrival-fact">{[wayLabels[arrival.way], guest, waits].filter(Boolean).join(' · ')}</View>
  )
}

function Undo({
  arrival,
  onStrike,
  onRestore,
}: Pick<Props, 'onStrike' | 'onRestore'> & { arrival: Arrival }) {
  if (arrival.struck) {
    return (
      <LinkText id={`restore-${arrival.memberId}`} icon="undo" onTap={() => onRestore(arrival)}>
        恢复
      </LinkText>
    )
  }
  return (
    <LinkText id={`strike-${arrival.memberId}`} onTap={() => onStrike(arrival)}>
      撤销登记
    </LinkText>
  )
}
