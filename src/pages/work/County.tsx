import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { open } from '@/platform/navigate'

/** For the work committee: the county's sums, and the branches of closed months. */
export function County() {
  return (
    <View id="county">
      <Section title="县直机关工委" />
      <Card className="work-list">
        <Cell
          id="overview"
          leading={<Icon name="bld" tone="ink2" size={24} />}
          title="全县情况"
          sub="当月合计；截止后的各支部"
          chevron
          onTap={() => open('overview')}
        />
      </Card>
    </View>
  )
}
