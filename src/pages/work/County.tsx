import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { Card } from '@/components/Card/Card'
import { Section } from '@/components/Section/Section'

interface Props {
  county: NonNullable<ResponseOf<'identity.work'>['county']>
  /** The work committee's. */
  name: string
}

/** The county in the terms of its organisation: counts, no comparison. */
export function County({ county, name }: Props) {
  const parts = [
    { key: 'branches', label: '个党支部', count: county.branches },
    { key: 'members', label: '名党员', count: county.members },
    { key: 'communities', label: '个报到社区', count: county.communities },
    { key: 'villages', label: '个帮扶村', count: county.villages },
  ]
  return (
    <View id="county">
      <Section title={name} right="全县" />
      <Card className="work-county">
        {parts.map(({ key, label, count }) => (
          <View key={key} className="work-county-part" id={`county-${key}`}>
            <View className="work-county-n">{count}</View>
            <View className="work-county-l">{label}</View>
          </View>
        ))}
      </Card>
    </View>
  )
}
