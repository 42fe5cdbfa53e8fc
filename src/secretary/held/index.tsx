import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { kindOf } from '@domain/activity/kindLabels'
import type { ActivityForm } from '@domain/contract/activity'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { KeyValue } from '@/components/KeyValue/KeyValue'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { ResultHead } from '@/components/ResultHead/ResultHead'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { Carries } from '@/features/activity/components/Carries'
import { HeldRoll } from '@/features/activity/components/HeldRoll'
import { JointCard } from '@/features/activity/components/JointCard'
import { KindTiles } from '@/features/activity/components/KindTiles'
import { PlanFields } from '@/features/activity/components/PlanFields'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { type Held, useHeld } from '@/features/activity/hooks/useHeld'
import { alreadyHeld, countsOf, heldGroups, marksFor } from '@/features/activity/logic/heldForm'
import type { Prepared } from '@/features/activity/logic/planForm'
import { back, open, replace } from '@/navigation/navigate'
import { decoded } from '@/platform/decoded'
import { useLast } from '@/platform/useLast'
import './index.css'

/** 补录一场会: held, and never planned. What, when, who was there, and it is sent to the second person. */
export default page(function HeldPage() {
  const { branchId = '', kind, host, on } = useRouter().params
  const prepared = useCloudQuery('activity.prepare', { branchId })
  // The suggestions are made anew once it is saved.
  const known = useLast(prepared.data)
  if (known) {
    const wanted = { kind: kindOf(kind), hostName: host && decoded(host), on }
    return <HeldForm prepared={known} wanted={wanted} />
  }
  return (
    <Page id="held" title="补录一场会" left="back">
      <Loaded query={prepared} skeleton="list">
        {() => null}
      </Loaded>
    </Page>
  )
})

function HeldForm({ prepared, wanted }: { prepared: Prepared; wanted: Parameters<typeof useHeld>[1] }) {
  // What the form began with stays, also when the suggestions are asked for again.
  const [begun] = useState(prepared)
  const held = useHeld(begun, wanted)
  const { form, marks } = held
  if (!form) {
    return (
      <Page id="held" title="补录一场会" left="back">
        <Empty image="none" icon="cal" title="这里没有可以补录的会" action={{ label: '返回', onTap: back }} />
      </Page>
    )
  }
  if (held.saved) return <Saved prepared={begun} form={form} held={held} saved={held.saved} />
  const twice = alreadyHeld(begun, form)
  return (
    <Page
      id="held"
      title="补录一场会"
      left="back"
      dock={<HeldDock prepared={begun} form={form} held={held} />}
    >
      {new Set(begun.suggestions.map((each) => each.kind)).size < 2 ? null : (
        <KindTiles
          kinds={begun.suggestions.map((each) => each.kind)}
          gaps={begun.gaps}
          pressing={begun.pressing ?? []}
          value={form.kind}
          onChange={held.chooseKind}
        />
      )}
      <PlanFields prepared={begun} form={form} plan={held} />
      {twice ? (
        <View className="held-note" id="held-twice">
          <Note tone="miss" icon="info">{`这一天已经有“${twice}”。不是另外一场，就不用再补`}</Note>
        </View>
      ) : null}
      <Carries prepared={begun} form={form} wrong={held.wrong('carries')} onChange={held.change} />
      <JointCard prepared={begun} form={form} wrong={held.wrong('joint')} onChange={held.change} />
      <Section title="到会的人" right="点姓名改为没到" />
      <HeldRoll groups={heldGroups(begun, form)} marks={marks} onMarks={held.setMarks} />
      <RefusalNote refusal={held.refusal} onRead={held.clearRefusal} />
    </Page>
  )
}

/** Who is asked for the second word; nothing where they stand on no list the page has. */
function secondOf({ people, secondIds = [] }: Prepared): string {
  const names = people.filter(({ id }) => secondIds.includes(id)).map(({ name }) => name)
  return names.length > 0 && names.length <= 2 ? names.join('或') : '另一位同志'
}

interface DockProps {
  prepared: Prepared
  form: ActivityForm
  held: Held
}

function HeldDock({ prepared, form, held }: DockProps) {
  const { marks, busy, submit } = held
  const people = form.expectedIds.map((id) => ({ id }))
  const { present, away, open: left } = countsOf(people, marksFor(form, marks))
  const counts = `到 ${present}，没到 ${away}${left > 0 ? `，未定 ${left}` : ''}`
  return (
    <>
      <View className="held-dock" id="held-summary">
        <View className="held-dock-title">{present + away === 0 ? `共 ${left} 人` : counts}</View>
        <View className="held-dock-sub">{`${secondOf(prepared)}确认后计入`}</View>
      </View>
      <Button
        id="held-submit"
        busy={busy}
        disabledBecause={present === 0 ? '请点到会的人' : undefined}
        onTap={() => void submit()}
      >
        提交，请人确认
      </Button>
    </>
  )
}

type SavedProps = DockProps & { saved: NonNullable<Held['saved']> }

/** It is kept, and counts for nobody yet. */
function Saved({ prepared, form, held, saved }: SavedProps) {
  const people = prepared.people.filter(({ id }) => form.expectedIds.includes(id))
  const { away, open: left } = countsOf(people, held.marks)
  const second = secondOf(prepared)
  return (
    <Page
      id="held-saved"
      title="补录一场会"
      left="back"
      dock={
        <>
          <Button
            kind="outline"
            id="held-again"
            onTap={() => replace('held', { branchId: prepared.branch.id })}
          >
            再补一场
          </Button>
          <Button id="held-done" grow onTap={back}>
            完成
          </Button>
        </>
      }
    >
      <ResultHead mark={{ icon: 'clock', tone: 'blue' }} title={`已保存，等${second}确认`}>
        确认以前，先不计入
      </ResultHead>
      <Card className="held-saved">
        <View className="held-saved-head">
          <View className="grow">{form.title}</View>
          <Tag tone="mute">补录</Tag>
        </View>
        <KeyValue
          items={[
            [
              '时间',
              `${formatDay(form.startsAt)} ${formatWeekday(form.startsAt)} ${formatClock(form.startsAt)}–${formatClock(form.endsAt)}`,
            ],
            ['到会', `${saved.present} 人`],
            ['没到', `${away} 人`],
            ...(left > 0 ? ([['未定', `${left} 人，整理会议记录时再定`]] as const) : []),
          ]}
        />
      </Card>
      <View className="held-note">
        <Note
          tone="mute"
          icon="info"
          action={{
            label: '看名单',
            onTap: () => open('meeting', { id: saved.activityId }),
            id: 'held-look',
          }}
        >
          名单有改动，在“工作”的待办里打开这一场
        </Note>
      </View>
    </Page>
  )
}
