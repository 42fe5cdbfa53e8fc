import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { PickField } from '@/components/PickField/PickField'
import { Refused } from '@/components/Refused/Refused'
import { Section } from '@/components/Section/Section'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { ServiceFields } from '@/features/service/components/ServiceFields'
import { ServiceKinds } from '@/features/service/components/ServiceKinds'
import { SevenOnes } from '@/features/service/components/SevenOnes'
import { type ProposalPlace, useProposalForm } from '@/features/service/hooks/useProposalForm'
import { back } from '@/navigation/navigate'

/** 提一次服务: the form a community fills for its own, and which community is asked. */
export default page(function ProposePage() {
  const { branchId = '' } = useRouter().params
  const query = useCloudQuery('proposal.ofBranch', { branchId })
  const [first, ...others] = query.data?.places ?? []
  if (first) return <ProposalForm branchId={branchId} places={[first, ...others]} />
  return (
    <Page id="propose" title="提一次服务" left="back">
      <Loaded query={query} skeleton="list">
        {() => <Refused refusal={{ ok: false, reason: 'not_in_branch' }} />}
      </Loaded>
    </Page>
  )
})

interface FormProps {
  branchId: string
  places: [ProposalPlace, ...ProposalPlace[]]
}

function ProposalForm({ branchId, places }: FormProps) {
  // What the form began with stays, also when the list is asked for again.
  const [begun] = useState(places)
  const plan = useProposalForm(branchId, begun)
  const { form, change, place } = plan
  const propose = async () => {
    if (await plan.propose()) back()
  }
  return (
    <Page
      id="propose"
      title="提一次服务"
      left="back"
      dock={
        <Button id="send-proposal" grow busy={plan.busy} onTap={() => void propose()}>
          请社区发布
        </Button>
      }
    >
      <Section title="向哪个社区" right={`支部有 ${place.members} 人在这里报到`} />
      <Card>
        <PickField label="社区" id="field-community" items={begun} value={place.id} onChange={plan.choose} />
      </Card>
      <Section title="服务类型" right="社区确认后都计入" />
      <ServiceKinds value={form.serviceKind} onChange={(serviceKind) => change({ ...form, serviceKind })} />
      <ServiceFields plan={plan} />
      <SevenOnes value={form.sevenOnes ?? []} onChange={(sevenOnes) => change({ ...form, sevenOnes })} />
      <RefusalNote refusal={plan.refusal} onRead={plan.clearRefusal} />
      <View className="mt12">
        <Note tone="mute" icon="info">
          社区同意就发布，由社区组织、确认；报到的党员都能看到，自愿报名。社区不接的，会说原因。
        </Note>
      </View>
    </Page>
  )
}
