import { View } from '@tarojs/components'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Doors } from '@/components/Doors/Doors'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { open } from '@/navigation/navigate'
import { setupSteps, stepAtHand } from '../logic/setupSteps'

/** After an import: what comes next for the work committee; for a branch, how its members come in. */
export function NextStep() {
  const me = useCloudQuery('identity.me', {})
  const runsCounty = me.data?.state === 'bound' && me.data.roles.some(({ role }) => role === 'committee')
  const setup = useCloudQuery('setup.page', {}, { enabled: runsCounty })
  const next = setup.data && stepAtHand(setupSteps(setup.data))
  if (!next) {
    return (
      <View className="mt12">
        <Note tone="info" icon="users">
          接下来请同志们打开小程序，用手机号核对身份；也可以在名册里逐位发邀请
        </Note>
      </View>
    )
  }
  return (
    <View id="next-step">
      <Section title="接下来" />
      <Card>
        <Doors
          doors={[
            { id: 'next-open', icon: 'flag', title: next.title, sub: next.text, onTap: () => open('setup') },
          ]}
        />
      </Card>
    </View>
  )
}
