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

/** What the numbers are handed out as, by the work committee alone, and what every one of them is held against. */
export function RulesCard({ mayHandOut }: { mayHandOut: boolean }) {
  return (
    <View className="overview-rules">
      {mayHandOut ? (
        <Card className="mb12">
          <Doors doors={factDoors} />
        </Card>
      ) : null}
      <Card>
        <Doors doors={ruleDoors} />
      </Card>
    </View>
  )
}
