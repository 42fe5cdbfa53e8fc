import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { RuleFields, RuleSheets } from '@/features/rules/components/RuleFields'
import { RuleHead } from '@/features/rules/components/RuleHead'
import { RuleHistory } from '@/features/rules/components/RuleHistory'
import { SwitchCell } from '@/components/SwitchCell/SwitchCell'
import { publishAndLeave, useRule } from '@/features/rules/hooks/useRule'
import type { RuleRow } from '@/features/rules/logic/ruleWords'
import { back } from '@/navigation/navigate'
import './index.css'

/** One rule: as it holds, what of it may be changed, and its versions. */
export default page(function RulePage() {
  const { dutyId } = useRouter().params
  const query = useCloudQuery('duty.list', {})
  const row = query.data?.rules.find(({ rule }) => rule.dutyId === dutyId)
  if (query.data && row && query.data.mayEdit) return <RuleEditor row={row} refetch={query.refetch} />
  return (
    <Page id="rule" title="规定" left="back">
      <Loaded query={query} skeleton="list">
        {() =>
          row ? (
            <>
              <RuleHead row={row} now={now()} />
              <RuleHistory row={row} now={now()} />
            </>
          ) : (
            <Empty image="none" icon="list" title="没有这条规定" action={{ label: '返回', onTap: back }} />
          )
        }
      </Loaded>
    </Page>
  )
})

function RuleEditor({ row, refetch }: { row: RuleRow; refetch: () => Promise<unknown> }) {
  const edit = useRule(row, refetch)
  return (
    <Page
      id="rule"
      title="修改规定"
      left="back"
      dock={
        <Button kind="outline" id="look" grow busy={edit.looking} onTap={() => void edit.look()}>
          看看下期会变什么
        </Button>
      }
      overlay={
        <RuleSheets rule={row.rule} edit={edit} onPublish={(looked) => void publishAndLeave(edit, looked)} />
      }
    >
      <RuleHead row={row} now={now()} />
      {edit.draft.inForce ? <RuleFields row={row} edit={edit} /> : null}
      <View className="rule-stop">
        <Card>
          <SwitchCell
            id="stop"
            label="停用这条规定"
            sub="从下期起不再要求，已有的记录照旧"
            on={!edit.draft.inForce}
            onChange={(stop) => edit.change({ ...edit.draft, inForce: !stop })}
          />
        </Card>
      </View>
      <RuleHistory row={row} now={now()} />
    </Page>
  )
}
