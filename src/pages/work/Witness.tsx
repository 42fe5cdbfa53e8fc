import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay } from '@domain/period/format'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Dotted } from '@/components/Dotted/Dotted'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import type { PhoneRefusal } from '@/platform/outcome'
import { useCloudAction } from '@/platform/useCloudAction'

/** Back-fills this person is asked to confirm: was the member really there? */
export function Witness({ items }: { items: ResponseOf<'identity.work'>['witness'] }) {
  const { run, busy } = useCloudAction('checkin.witness', ['identity.work'])
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  if (items.length === 0 && !refusal) return null
  const say = async (factId: string, agree: boolean) => {
    const outcome = await run({ factId, agree })
    setRefusal(outcome.ok ? undefined : outcome)
  }
  return (
    <View id="witness">
      <Section title="请您确认补登" right={`${items.length} 条`} />
      <Card className="work-list">
        {items.map((item, index) => (
          <View key={item.factId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <View className="work-witness" id={`witness-${item.factId}`}>
              <View className="work-witness-title">
                <Dotted parts={[item.name, item.title]} />
              </View>
              <View className="work-witness-sub">
                <Dotted parts={[formatDay(item.at), item.reason, `${item.by}补登`]} />
              </View>
              <View className="work-answers">
                <Button
                  kind="sunk"
                  small
                  grow
                  id={`witness-yes-${item.factId}`}
                  busy={busy}
                  onTap={() => void say(item.factId, true)}
                >
                  到了会
                </Button>
                <Button
                  kind="sunk"
                  small
                  grow
                  id={`witness-no-${item.factId}`}
                  busy={busy}
                  onTap={() => void say(item.factId, false)}
                >
                  没有到
                </Button>
              </View>
            </View>
          </View>
        ))}
      </Card>
      <RefusalNote refusal={refusal} onRead={() => setRefusal(undefined)} />
    </View>
  )
}
