import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Missed } from '@domain/contract/service'
import { formatDayTime } from '@domain/time/format'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Cell } from '@/components/Cell/Cell'
import { Chip } from '@/components/Chip/Chip'
import { Empty } from '@/components/Empty/Empty'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { RadioMark } from '@/components/RadioMark/RadioMark'
import { Sheet } from '@/components/Sheet/Sheet'
import { ariaTicked } from '@/platform/aria'
import { orTell } from '@/words/orTell'
import { correctReasons, mayAsk, missedText } from '../logic/missedText'

type Service = Missed['services'][number]

interface ListProps {
  services: readonly Service[]
  chosenId: string | undefined
  onChoose: (id: string) => void
}

function Services({ services, chosenId, onChoose }: ListProps) {
  if (services.length === 0) {
    return (
      <Empty image="done" title="没有要更正的" text="这段时间社区的服务，您都登记上了" id="nothing-missed" />
    )
  }
  return (
    <View className="mt8">
      {services.map((service) => {
        const { id, title, startsAt } = service
        const on = id === chosenId
        const asks = mayAsk(service)
        return (
          <View key={id} {...(asks && ariaTicked(title, on, 'radio'))}>
            <Cell
              id={`missed-${id}`}
              leading={<RadioMark state={on ? 'on' : asks ? 'off' : 'closed'} />}
              title={title}
              sub={`${formatDayTime(startsAt)}，${missedText(service)}`}
              {...(asks && { onTap: () => onChoose(id) })}
            />
          </View>
        )
      })}
    </View>
  )
}

/** 申请更正: a service one was at and that is not registered, or was struck out; the community is asked, and says whether it counts. */
export function MissedSheet({ onClose }: { onClose: () => void }) {
  const query = useCloudQuery('service.missed', {})
  const correct = useCloudAction('service.correct')
  const [activityId, setActivityId] = useState<string>()
  const [reason, setReason] = useState<string>()
  const [waitsFor, setWaitsFor] = useState<string>()
  const missing = !activityId ? '先选哪一次' : !reason ? '先选为什么没记上' : undefined
  const choose = (id: string) => {
    setWaitsFor(undefined)
    setActivityId(id)
  }
  const send = async () => {
    const asked = activityId && reason && (await orTell(correct.runOnce({ activityId, reason })))
    if (!asked) return
    setWaitsFor(asked.waitsFor)
    setActivityId(undefined)
    setReason(undefined)
  }
  const any = query.data?.services.some(mayAsk)
  return (
    <Sheet
      open
      id="missed-sheet"
      title="参加了、没记上"
      onClose={onClose}
      footer={
        any && (
          <Button
            id="missed-send"
            grow
            busy={correct.busy}
            disabledBecause={missing}
            onTap={() => void send()}
          >
            请社区更正
          </Button>
        )
      }
    >
      <View className="t-sub c2">请社区看一看，确认后计入。到次月第五个工作日为止。</View>
      {waitsFor !== undefined ? (
        <View className="mt12">
          <Note tone="done" icon="check" id="missed-asked">
            已请{waitsFor}更正，确认后计入
          </Note>
        </View>
      ) : null}
      <Loaded query={query} skeleton="list">
        {({ services }) => <Services services={services} chosenId={activityId} onChoose={choose} />}
      </Loaded>
      {activityId !== undefined ? (
        <>
          <View className="t-body b mt16">为什么没记上</View>
          <View className="chips mt8">
            {correctReasons.map((each, index) => (
              <Chip
                key={each}
                id={`missed-reason-${index}`}
                on={each === reason}
                onTap={() => setReason(each)}
              >
                {each}
              </Chip>
            ))}
          </View>
        </>
      ) : null}
    </Sheet>
  )
}
