import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { RuleLinks } from '@/features/rules/components/RuleLinks'
import { open } from '@/platform/navigate'

/** For the work committee: the county's sums, the branches of closed months, and the rules. */
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
        <Divider inset={52} />
        <RuleLinks />
      </Card>
    </View>
  )
}
