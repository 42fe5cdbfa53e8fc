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
import { EveryWeek } from '@/features/service/components/EveryWeek'
import { ServiceFields } from '@/features/service/components/ServiceFields'
import { ServiceKinds } from '@/features/service/components/ServiceKinds'
import { SevenOnes } from '@/features/service/components/SevenOnes'
import { type ServicePlan, useServicePlan } from '@/features/service/hooks/useServicePlan'
import { againText, againTitle, gaugeText, type PreparedService } from '@/features/service/logic/serviceForm'
import { back, replace } from '@/navigation/navigate'
import './index.css'

/** 发布服务: take over the last one, a look, 发布. With `id` one that is announced is changed. */
export default page(function PublishPage() {
  const { communityId = '', id } = useRouter().params
  const prepared = useCloudQuery('service.prepare', {
    communityId,
    ...(id !== undefined && { activityId: id }),
  })
  if (prepared.data) return <PublishForm prepared={prepared.data} activityId={id} />
  return (
    <Page id="publish" title={titleFor(id)} left="back">
      <Loaded query={prepared} skeleton="list">
        {() => null}
      </Loaded>
    </Page>
  )
})

const titleFor = (activityId: string | undefined): string =>
  activityId === undefined ? '发布服务' : '修改服务'

interface FormProps {
  prepared: PreparedService
  activityId: string | undefined
}

function PublishForm({ prepared, activityId }: FormProps) {
  // What the form began with stays, also when the suggestion is asked for again.
  const [begun] = useState(prepared)
  const plan = useServicePlan(begun, activityId)
  const { form, change, weeks } = plan
  const { current, last } = begun
  const publish = async () => {
    const published = await plan.publish()
    if (published) replace('service', { id: published.activityId })
  }
  const save = async () => {
    if (await plan.save()) back()
  }
  return (
    <Page
      id="publish"
      title={titleFor(activityId)}
      left="back"
      dock={
        current ? (
          <Button id="save-service" grow busy={plan.busy} onTap={() => void save()}>
            保存修改
          </Button>
        ) : (
          <Button id="publish-service" grow busy={plan.busy} onTap={() => void publish()}>
            {weeks === 1 ? '发布服务' : `发布 ${weeks} 次服务`}
          </Button>
        )
      }
    >
      {last && !current ? <Again last={last} plan={plan} /> : null}
      {current ? null : (
        <View className="publish-gauge" id="service-gauge">
          {gaugeText(begun)}
        </View>
      )}
      <Section title="服务类型" right="社区确认后都计入" />
      <ServiceKinds value={form.serviceKind} onChange={(serviceKind) => change({ ...form, serviceKind })} />
      <ServiceFields plan={plan} />
      <SevenOnes value={form.sevenOnes ?? []} onChange={(sevenOnes) => change({ ...form, sevenOnes })} />
      {current ? null : <EveryWeek plan={plan} />}
      <RefusalNote refusal={plan.refusal} onRead={plan.clearRefusal} />
      <View className="publish-note" id="residents">
        <Note tone="mute" icon="info">
          {current
            ? `改了时间或集合点，报名的 ${current.enrolled} 人都会知道；报名的不用再报`
            : `发布后，在${begun.community.name}报到的 ${begun.residents} 名党员都能在“活动”里看到，自愿报名`}
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
