import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Doors } from '@/components/Doors/Doors'
import { ruleDoors } from '@/features/rules/logic/ruleDoors'
import { open } from '@/navigation/navigate'

const factDoors = [
  {
    id: 'open-facts',
    icon: 'doc' as const,
    title: '情况表、述职材料',
    sub: '全县直汇总，一个支部一行',
    onTap: () => open('facts'),
  },
]

/** What the numbers are handed out as, and what every one of them is held against. */
export function RulesCard() {
  return (
    <View className="overview-rules">
      <Card>
        <Doors doors={factDoors} />
      </Card>
      <Card className="mt12">
        <Doors doors={ruleDoors} />
      </Card>
    </View>
  )
}
