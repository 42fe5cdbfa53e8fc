import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { ServiceFields } from '@/features/service/components/ServiceFields'
import { ServiceKinds } from '@/features/service/components/ServiceKinds'
import { type ServicePlan, useServicePlan } from '@/features/service/hooks/useServicePlan'
import { againText, againTitle, type PreparedService } from '@/features/service/logic/serviceForm'
import { replace } from '@/navigation/navigate'
import './index.css'

/** 发布服务: take over the last one, a look, 发布. */
export default page(function PublishPage() {
  const { communityId = '' } = useRouter().params
  const prepared = useCloudQuery('service.prepare', { communityId })
  if (prepared.data) return <PublishForm prepared={prepared.data} />
  return (
    <Page id="publish" title="发布服务" left="back">
      <Loaded query={prepared} skeleton="list">
        {() => null}
      </Loaded>
    </Page>
  )
})

function PublishForm({ prepared }: { prepared: PreparedService }) {
  // What the form began with stays, also when the suggestion is asked for again.
  const [begun] = useState(prepared)
  const plan = useServicePlan(begun)
  const { form, change } = plan
  const publish = async () => {
    const published = await plan.publish()
    if (published) replace('service', { id: published.activityId })
  }
  return (
    <Page
      id="publish"
      title="发布服务"
      left="back"
      dock={
        <Button id="publish-service" grow busy={plan.busy} onTap={() => void publish()}>
          发布服务
        </Button>
      }
    >
      {begun.last ? <Again last={begun.last} plan={plan} /> : null}
      <Section title="服务类型" right="社区确认后都计入" />
      <ServiceKinds value={form.serviceKind} onChange={(serviceKind) => change({ ...form, serviceKind })} />
      <ServiceFields plan={plan} />
      <RefusalNote refusal={plan.refusal} onRead={plan.clearRefusal} />
      <View className="publish-note" id="residents">
        <Note tone="mute" icon="info">
          {`发布后，在${begun.community.name}报到的 ${begun.residents} 名党员都能在“活动”里看到，自愿报名`}
        </Note>
      </View>
    </Page>
  )
}

function Again({ last, plan }: { last: NonNullable<PreparedService['last']>; plan: ServicePlan }) {
  return (
    <Card className="publish-again">
      <Cell
        id="publish-again"
        leading={<Icon name="copy" tone="blue" size={24} />}
        title={<View className="publish-again-title">{againTitle(last, now())}</View>}
        sub={<View className="publish-again-text">{againText(last, plan.taken)}</View>}
        {...(plan.taken
          ? { right: <Icon name="check" tone="blue" size={20} /> }
          : { chevron: true, onTap: plan.takeOver })}
      />
    </Card>
  )
}
