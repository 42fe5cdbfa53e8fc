import { View } from '@tarojs/components'
import type { SetupPage } from '@domain/contract/setup'
import { Note } from '@/components/Note/Note'

/** What the register gives by posts, and what it gives to nobody. */
export function RightsToSee({ page: { branches, heads } }: { page: SetupPage }) {
  return (
    <View className="mt8" id="rights-to-see">
      <Note tone={heads.nobody > 0 ? 'miss' : 'info'} icon="users">
        <View>{`${branches - heads.nobody} 个支部在名册里有书记、副书记或组织委员，权限随职务，不用另给。`}</View>
        {heads.nobody > 0 && (
          <View>{`${heads.nobody} 个支部没有：在“组织和党员名册”里打开这个支部，选书记。`}</View>
        )}
        <View>工委、机关党委、社区、村和督查的权限，在“授权”里给。</View>
      </Note>
    </View>
  )
}
