import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { SetupPage as Setup } from '@domain/contract/setup'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Ring } from '@/components/Ring/Ring'
import { NeededColumns } from '@/features/setup/components/NeededColumns'
import { RightsToSee } from '@/features/setup/components/RightsToSee'
import { SetupStepRow } from '@/features/setup/components/SetupStepRow'
import {
  fileColumns,
  type SetupStep,
  setupSteps,
  stepAtHand,
  type StepKey,
} from '@/features/setup/logic/setupSteps'
import { back, open } from '@/navigation/navigate'
import { copyText } from '@/platform/copyText'
import { useVisible } from '@/platform/useVisible'
import { orTell } from '@/words/orTell'
import './index.css'

/** Where a step that is done can be looked at. */
const looks: Record<StepKey, (page: Setup) => void> = {
  rules: () => open('rules'),
  organisations: () => open('organisations'),
  members: () => open('organisations'),
  rights: ({ root }) => open('grants', { id: root.id }),
  heads: () => open('heads'),
  meeting: () => open('overview'),
}

/** 首次启用: what is left until the county can be used, one step at a time, and what stands already. */
export default page(function SetupPage() {
  const query = useCloudQuery('setup.page', {})
  // A step is done elsewhere, also by others.
  useVisible(() => void query.refetch())
  const steps = query.data ? setupSteps(query.data) : []
  return (
    <Page
      id="setup"
      title="首次启用"
      left="back"
      onPullDown={query.refetch}
      dock={query.data && <SetupDock page={query.data} atHand={stepAtHand(steps)} />}
    >
      <Loaded query={query} skeleton="list">
        {(data) => <Steps page={data} steps={steps} />}
      </Loaded>
    </Page>
  )
})

function Steps({ page: data, steps }: { page: Setup; steps: readonly SetupStep[] }) {
  const done = steps.filter((step) => step.done).length
  const left = steps.length - done
  const now = stepAtHand(steps)
  return (
    <>
      <View className="setup-top">
        <Ring
          size={72}
          done={done}
          needed={steps.length}
          state={left === 0 ? 'done' : 'missing'}
          calm
          label={`首次启用，共 ${steps.length} 步，已办 ${done} 步`}
        />
        <View className="setup-left">
          <View className="t-h1">{left === 0 ? '都办好了，可以用了' : `还有 ${left} 步就能用`}</View>
          <View className="t-sub c2 mt4">
            {left === 0 ? '以后在“工作”里接着管' : '做到哪儿都记着，可以明天接着做'}
          </View>
        </View>
      </View>
      <Card className="setup-steps">
        {steps.map((step, index) => (
          <SetupStepRow
            key={step.key}
            step={step}
            number={index + 1}
            atHand={step === now}
            last={index === steps.length - 1}
            onLook={() => looks[step.key](data)}
          >
            {step.columns && <NeededColumns {...step.columns} />}
            {step.key === 'rights' && <RightsToSee page={data} />}
          </SetupStepRow>
        ))}
      </Card>
    </>
  )
}

async function copyTitles(what: keyof typeof fileColumns): Promise<void> {
  const { needed, welcome } = fileColumns[what]
  if (await copyText([...needed, ...welcome].join('\t')))
    await Taro.showToast({ title: '已复制，粘贴到表格第一行', icon: 'none' })
}

interface DockProps {
  page: Setup
  /** Absent: all of it is done. */
  atHand: SetupStep | undefined
}
function SetupDock({ page: data, atHand }: DockProps) {
  const seen = useCloudAction('setup.seeRights')
  const key = atHand?.key
  if (key === 'organisations' || key === 'members') {
    return (
      <>
        <Button kind="outline" id="setup-titles" onTap={() => void copyTitles(key)}>
          复制表头
        </Button>
        <Button id="setup-file" grow onTap={() => open('importing', { what: key })}>
          {key === 'organisations' ? '选组织文件' : '选党员名册文件'}
        </Button>
      </>
    )
  }
  if (key === 'rights') {
    return (
      <>
        <Button kind="outline" id="setup-grants" onTap={() => looks.rights(data)}>
          看授权
        </Button>
        <Button id="setup-seen" grow busy={seen.busy} onTap={() => void orTell(seen.runOnce({}))}>
          过了一遍
        </Button>
      </>
    )
  }
  if (key === undefined || key === 'rules') {
    return (
      <Button id="setup-back" grow onTap={back}>
        返回
      </Button>
    )
  }
  return (
    <Button id="setup-heads" grow onTap={() => open('heads')}>
      {key === 'heads' ? '邀请书记' : '看书记来了没有'}
    </Button>
  )
}
