import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { kindOf } from '@domain/activity/kindLabels'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { AgendaCard } from '@/features/activity/components/AgendaCard'
import { AgendaSheet } from '@/features/activity/components/AgendaSheet'
import { Carries } from '@/features/activity/components/Carries'
import { JointCard } from '@/features/activity/components/JointCard'
import { KindTiles } from '@/features/activity/components/KindTiles'
import { PartFields } from '@/features/activity/components/PartFields'
import { PeopleSheet } from '@/features/activity/components/PeopleSheet'
import { PlanFields } from '@/features/activity/components/PlanFields'
import { PlanMore } from '@/features/activity/components/PlanMore'
import { RepeatSheet } from '@/features/activity/components/RepeatSheet'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { WhoGetsSheet } from '@/features/reminder/components/WhoGetsSheet'
import { whoGets, whoGetsText } from '@/features/reminder/logic/whoGets'
import { usePlan } from '@/features/activity/hooks/usePlan'
import { clashOf, type Prepared } from '@/features/activity/logic/planForm'
import { back, replace } from '@/navigation/navigate'
import { decoded } from '@/platform/decoded'
import './index.css'

/** 安排活动: kind, a look at what is filled in, 发布. */
export default page(function PlanPage() {
  const { branchId = '', id, kind, host } = useRouter().params
  const prepared = useCloudQuery('activity.prepare', id ? { branchId, activityId: id } : { branchId })
  if (prepared.data)
    return (
      <PlanForm prepared={prepared.data} wanted={{ kind: kindOf(kind), hostName: host && decoded(host) }} />
    )
  return (
    <Page id="plan" title="安排活动" left="back">
      <Loaded query={prepared} skeleton="list">
        {() => null}
      </Loaded>
    </Page>
  )
})

function PlanForm({ prepared, wanted }: { prepared: Prepared; wanted: Parameters<typeof usePlan>[1] }) {
  // What the form began with stays, also when the suggestions are asked for again.
  const [begun] = useState(prepared)
  const plan = usePlan(begun, wanted)
  const [sheet, setSheet] = useState<'people' | 'agenda' | 'who_gets' | 'repeat'>()
  const { form, change, wrong } = plan
  // A unit's 中心组 has no groups whose leaders would tell.
  const isBranch = begun.secondIds !== undefined
  const reach = useCloudQuery('reminder.whoGets', { branchId: begun.branch.id }, { enabled: isBranch })
  if (!form) {
    return (
      <Page id="plan" title="安排活动" left="back">
        <Empty
          image="none"
          icon="cal"
          title="这里没有可以安排的活动"
          action={{ label: '返回', onTap: back }}
        />
      </Page>
    )
  }
  const publish = async () => {
    const saved = await plan.save(true)
    if (saved) replace('meeting', { id: saved.activityId })
  }
  const keep = async () => {
    if (!(await plan.save(false))) return
    await Taro.showToast({ title: '已存草稿', icon: 'success' })
    back()
  }
  const published = begun.current?.state === 'published'
  const partOf = begun.current?.partOf
  const late = dayOf(form.startsAt) < dayOf(now())
  const clash = clashOf(begun, form)
  const expected = begun.people.filter(({ id }) => form.expectedIds.includes(id))
  // What is past is entered, not announced.
  const gets = reach.data && !late ? whoGets(expected, reach.data) : undefined
  const publishLabel = published ? '保存修改' : late ? '发布补录' : '发布'
  return (
    <Page
      id="plan"
      title={published ? '修改安排' : late ? '补录一场会' : '安排活动'}
      left="back"
      dock={
        <>
          {published ? null : (
            <Button kind="outline" id="save-draft" busy={plan.busy} onTap={() => void keep()}>
              存草稿
            </Button>
          )}
          <Button id="publish" grow busy={plan.busy} onTap={() => void publish()}>
            {publishLabel}
          </Button>
        </>
      }
      overlay={
        <>
          <PeopleSheet
            open={sheet === 'people'}
            prepared={begun}
            value={form.expectedIds}
            onChange={(expectedIds) => change({ ...form, expectedIds })}
            onClose={() => setSheet(undefined)}
          />
          <AgendaSheet
            open={sheet === 'agenda'}
            agenda={form.agenda}
            onChange={(agenda) => change({ ...form, agenda })}
            onClose={() => setSheet(undefined)}
          />
          {sheet === 'repeat' ? (
            <RepeatSheet prepared={begun} form={form} onClose={() => setSheet(undefined)} />
          ) : null}
          {gets ? (
            <WhoGetsSheet
              open={sheet === 'who_gets'}
              gets={gets}
              publish={{
                label: published ? publishLabel : '发布并告知',
                busy: plan.busy,
                onTap: () => {
                  setSheet(undefined)
                  void publish()
                },
              }}
              onClose={() => setSheet(undefined)}
            />
          ) : null}
        </>
      }
    >
      {begun.current || new Set(begun.suggestions.map((each) => each.kind)).size < 2 ? null : (
        <KindTiles
          kinds={begun.suggestions.map((each) => each.kind)}
          gaps={begun.gaps}
          pressing={begun.pressing ?? []}
          value={form.kind}
          onChange={plan.chooseKind}
        />
      )}
      {plan.isResumed ? (
        <View className="plan-late" id="plan-resumed">
          <Note tone="info" icon="edit" action={{ label: '重新填', id: 'plan-anew', onTap: plan.startAnew }}>
            接着上次没存的填
          </Note>
        </View>
      ) : null}
      {late ? (
        <View className="plan-late" id="plan-late">
          <Note tone="info" icon="clock">
            这一天已经过去，发布就是补录：点齐到会的人，由另一位同志确认才计入，一直标“补录”。
          </Note>
        </View>
      ) : null}
      {clash ? (
        <View className="plan-clash" id="plan-clash">
          <Note tone="miss" icon="info">
            {clash}
          </Note>
        </View>
      ) : null}
      {partOf === undefined ? (
        <PlanFields prepared={begun} form={form} plan={plan} onPeople={() => setSheet('people')} />
      ) : (
        <PartFields
          prepared={begun}
          form={form}
          partOf={partOf}
          wrong={wrong('people')}
          onPeople={() => setSheet('people')}
        />
      )}
      {gets ? (
        <Card className="plan-who-gets">
          <Cell
            id="who-gets"
            title="谁能收到"
            sub={whoGetsText(gets)}
            chevron
            onTap={() => setSheet('who_gets')}
          />
        </Card>
      ) : null}
      {partOf === undefined ? (
        <>
          <AgendaCard agenda={form.agenda} wrong={wrong('agenda')} onEdit={() => setSheet('agenda')} />
          <JointCard prepared={begun} form={form} wrong={wrong('joint')} onChange={change} />
          <Carries prepared={begun} form={form} wrong={wrong('carries')} onChange={change} />
          <PlanMore form={form} onChange={change} />
          {late ? null : (
            <Card className="plan-who-gets">
              <Cell
                id="plan-repeat"
                title="以后每月"
                sub="每月同一天再开，先存成草稿"
                chevron
                onTap={() => setSheet('repeat')}
              />
            </Card>
          )}
        </>
      ) : null}
      <RefusalNote refusal={plan.refusal} onRead={plan.clearRefusal} />
      <View className="plan-note">
        <Note tone="mute" icon="info">
          {published ? '开始登记以前可以修改。' : '发布后，开始登记以前还可以修改。'}
        </Note>
      </View>
    </Page>
  )
}
