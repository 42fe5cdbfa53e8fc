import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BindRequest } from '@domain/contract/identity'
import { formatClock, formatDayTime } from '@domain/time/format'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Avatar } from '@/components/Avatar/Avatar'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { YesNo } from '@/components/YesNo/YesNo'
import { RefusalNote } from './RefusalNote'
import { UncheckedBind } from './UncheckedBind'
import './BindRequests.css'

interface Props {
  requests: BindRequest[]
}

/** People who ask to be bound: the organiser sees the person and says 是本人 or 不是. */
export function BindRequests({ requests }: Props) {
  const { run, busy } = useCloudAction('binding.decideMany')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  if (requests.length === 0 && !refusal) return null

  const decide = async (ids: string[], approve: boolean) => {
    setRefusal(undefined)
    const outcome = await run({ requestIds: ids, approve })
    if (!outcome.ok) setRefusal(outcome)
    else if (outcome.data.gone.length > 0) setRefusal({ ok: false, reason: 'request_gone' })
  }
  const checked = requests.filter(({ unchecked }) => unchecked === undefined)
  const unchecked = requests.filter((request) => request.unchecked !== undefined)
  const all = checked.map((request) => request.requestId)
  return (
    <View id="bind-requests">
      <Section
        title={
          requests.length > 0 && requests.every(({ atDoor }) => atDoor)
            ? '门口等着登记'
            : '申请用本人微信登记'
        }
        right={`${requests.length} 人`}
      />
      <Card className="binds">
        {checked.map((request, index) => (
          <View key={request.requestId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <View className="bind" id={`bind-${request.requestId}`}>
              <View className="bind-who">
                <Avatar name={request.name} />
                <View className="grow">
                  <View className="bind-name">{request.name}</View>
                  <View className="bind-at">
                    {request.atDoor
                      ? `${formatClock(request.at)} 在会场申请`
                      : `${formatDayTime(request.at)} 申请`}
                  </View>
                  {request.branchName ? (
                    <View className="bind-at">{`${request.branchName}还没有人登记，由您确认`}</View>
                  ) : null}
                </View>
              </View>
              <YesNo
                yes="是本人"
                no="不是"
                ids={{ yes: `bind-yes-${request.requestId}`, no: `bind-no-${request.requestId}` }}
                busy={busy}
                onSay={(isSelf) => void decide([request.requestId], isSelf)}
              />
            </View>
          </View>
        ))}
        {unchecked.map((request, index) => (
          <View key={request.requestId}>
            {index + checked.length > 0 ? <Divider inset={16} /> : null}
            <UncheckedBind request={request} onRefused={setRefusal} />
          </View>
        ))}
        {checked.length > 1 ? (
          <View className="bind-all">
            <Button kind="outline" id="bind-all" busy={busy} onTap={() => void decide(all, true)}>
              {`${checked.length} 人都是本人，一起通过`}
            </Button>
          </View>
        ) : null}
      </Card>
      <RefusalNote refusal={refusal} onRead={() => setRefusal(undefined)} />
    </View>
  )
}
