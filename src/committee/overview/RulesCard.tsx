import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Doors } from '@/components/Doors/Doors'
import { ruleDoors } from '@/features/rules/logic/ruleDoors'

/** What every number is held against. */
export function RulesCard() {
  return (
    <View className="overview-rules">
      <Card>
        <Doors doors={ruleDoors} />
      </Card>
    </View>
  )
}
