import { View } from '@tarojs/components'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { RuleGroups } from '@/features/rules/components/RuleGroups'
import { open } from '@/navigation/navigate'
import './index.css'

/** 规定和次数: every rule of the county, with its number and basis. */
export default page(function RulesPage() {
  const query = useCloudQuery('duty.list', {})
  return (
    <Page
      id="rules"
      title="规定和次数"
      left="back"
      onPullDown={query.refetch}
      dock={
        query.data?.mayEdit && (
          <Button id="rule-add" grow icon="plus" onTap={() => open('newRule')}>
            添加一条规定
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton="list">
        {({ rules, mayEdit }) => (
          <>
            <View className="rules-note">
              <Note tone="mute" icon="info">
                {mayEdit
                  ? '点开一条可以修改。改动从下一期第一天起适用，这以前的数字不变。'
                  : '规定由县直机关工委修改。'}
              </Note>
            </View>
            <RuleGroups rules={rules} now={now()} onOpen={(dutyId) => open('rule', { dutyId })} />
          </>
        )}
      </Loaded>
    </Page>
  )
})
