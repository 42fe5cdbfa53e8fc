import { Text, View } from '@tarojs/components'
import type { Arrival } from '@domain/contract/activity'
import { formatClock } from '@domain/time/format'
import { Avatar } from '@/components/Avatar/Avatar'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { LinkText } from '@/components/LinkText/LinkText'
import { Section } from '@/components/Section/Section'
import { wayLabels } from '@domain/checkin/wayLabels'
import './Arrivals.css'

interface Props {
  arrivals: Arrival[]
  /** Registration runs: who is newest matters most. */
  running: boolean
  /** Not once the record is confirmed. */
  mayChange: boolean
  onStrike: (arrival: Arrival) => void
  onRestore: (arrival: Arrival) => void
}

/** Who has just arrived, newest first. Striking out is named and can be taken back. */
export function Arrivals({ arrivals, running, mayChange, onStrike, onRestore }: Props) {
  return (
    <View id="arrivals">
      <Section
        title={running ? '刚刚到会' : '到会登记'}
        right={mayChange ? '人不在现场，可撤销登记' : undefined}
      />
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
  const { struck, guest, branchName, fromAlbum, way, waitsFor } = arrival
  if (struck) {
    return (
      <View className="arrival-fact">
        <Dotted parts={[`已撤销：${struck.reason}`, struck.by]} />
      </View>
    )
  }
  return (
    <View className={fromAlbum ? 'arrival-fact arrival-look' : 'arrival-fact'}>
      <Dotted
        parts={[
          fromAlbum ? '相册识别，请看一眼' : wayLabels[way],
          guest && '名单外',
          guest && branchName,
          waitsFor && `等${waitsFor}确认`,
        ]}
      />
    </View>
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
