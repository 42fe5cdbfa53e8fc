import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import { Section } from '@/components/Section/Section'
import { RuleLinks } from '@/features/rules/components/RuleLinks'
import { open } from '@/platform/navigate'

/** For the work committee: the county's sums, the branches of closed months, and the rules. */
export function County({ mayEdit }: { mayEdit: boolean }) {
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
        <Cell
          id="organisations"
          leading={<Icon name="users" tone="ink2" size={24} />}
          title="组织和党员名册"
          sub="各级组织、名册、授权；某一天的样子"
          chevron
          onTap={() => open('organisations')}
        />
        <Divider inset={52} />
        {mayEdit ? (
          <>
            <Cell
              id="importing"
              leading={<Icon name="doc" tone="ink2" size={24} />}
              title="导入名册"
              sub="Excel、CSV，先预览再导入"
              chevron
              onTap={() => open('importing')}
            />
            <Divider inset={52} />
            <Cell
              id="answers"
              leading={<Icon name="msg" tone="ink2" size={24} />}
              title="投诉建议"
              sub="5 个工作日内答复"
              chevron
              onTap={() => open('answers')}
            />
            <Divider inset={52} />
            <Cell
              id="deletions"
              leading={<Icon name="shield" tone="ink2" size={24} />}
              title="删除申请"
              sub="本人申请删除个人信息的"
              chevron
              onTap={() => open('deletions')}
            />
            <Divider inset={52} />
          </>
        ) : null}
        <RuleLinks />
      </Card>
    </View>
  )
}
