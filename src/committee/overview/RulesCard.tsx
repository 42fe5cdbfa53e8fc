import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { open } from '@/platform/navigate'

/** What every number is held against. */
export function RulesCard() {
  return (
    <View className="overview-rules">
      <Card>
        <Cell
          id="to-rules"
          leading={<Icon name="list" tone="ink2" size={24} />}
          title="规定和次数"
          sub="每一项的依据；修改从下一期起适用"
          chevron
          onTap={() => open('rules')}
        />
        <Divider inset={52} />
        <Cell
          id="to-burden"
          leading={<Icon name="doc" tone="ink2" size={24} />}
          title="减负自查表"
          sub="有没有比上级规定多"
          chevron
          onTap={() => open('burden')}
        />
      </Card>
    </View>
  )
}
