import { View } from '@tarojs/components'
import type { UnitPage } from '@domain/contract/unit'
import { Card } from '@/components/Card/Card'
import { Section } from '@/components/Section/Section'
import './UnitPeople.css'

/** 中心组成员 on the last day of the period, in the order of the register. */
export function UnitPeople({ people }: { people: UnitPage['people'] }) {
  return (
    <View id="unit-people">
      <Section title="中心组成员" right={people.length > 0 ? `${people.length} 人` : undefined} />
      <Card className="unit-people">
        {people.length === 0 ? <View className="unit-person">没有设中心组</View> : null}
        {people.map(({ memberId, name }) => (
          <View className="unit-person" key={memberId}>
            {name}
          </View>
        ))}
      </Card>
    </View>
  )
}
