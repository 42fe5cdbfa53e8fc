import { View } from '@tarojs/components'
import type { MyExemptions, ShownExemption } from '@domain/contract/roster'
import { exemptionLabels } from '@domain/org/exemptions'
import { formatYearDay } from '@domain/time/format'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Tag } from '@/components/Tag/Tag'
import './ExemptionCard.css'

type Looks = Record<ShownExemption['state'], { tag: string; tone: 'info' | 'mute' }>

const looks: Looks = {
  asked: { tag: '等答复', tone: 'info' },
  in_force: { tag: '不作硬性要求', tone: 'info' },
  ended: { tag: '已到期', tone: 'mute' },
  declined: { tag: '没有同意', tone: 'mute' },
}

interface Props {
  exemption: ShownExemption
  kinds: MyExemptions['kinds']
  seenBy: readonly string[]
}

/** One exemption: what it lifts, how long, who set it and who may see it. */
export function ExemptionCard({ exemption, kinds, seenBy }: Props) {
  const { exemptionId, category, from, to, dutyIds, setBy, state } = exemption
  const { tag, tone } = looks[state]
  const known = new Map(
    kinds.flatMap(({ duties }) => duties).map(({ dutyId, label }) => [dutyId, label] as const),
  )
  // Asked for: what its kind lifts by default; the secretary may choose otherwise.
  const byDefault = kinds.find((kind) => kind.category === category)?.duties.map(({ dutyId }) => dutyId) ?? []
  const lifted = (state === 'asked' ? byDefault : dutyIds).flatMap((id) => known.get(id) ?? [])
  return (
    <Card pad className="exempt" id={`exemption-${exemptionId}`}>
      <View className="row between g12">
        <View className="t-h2">{exemptionLabels[category]}</View>
        <Tag tone={tone}>{tag}</Tag>
      </View>
      <View className="mt8">
        <KeyValue
          items={[
            ['适用', lifted.length > 0 ? lifted.join('、') : '照样参加，在外地参加的也计入'],
            ['时间', to ? `${formatYearDay(from)}至${formatYearDay(to)}` : `${formatYearDay(from)}起`],
            ...(setBy ? ([['设置', setBy]] as const) : []),
            ['可见', seenBy.join('、')],
          ]}
        />
      </View>
      <View className="exempt-line">
        <Divider />
      </View>
      <View className="exempt-foot">
        <Icon name="lock" tone="ink3" size={20} />
        <View className="grow">只存类别和起止日期，不存病情。不计次数、不提醒。</View>
      </View>
    </Card>
  )
}
