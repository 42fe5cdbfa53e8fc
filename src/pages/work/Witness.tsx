import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import { formatDay } from '@domain/time/format'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Dotted } from '@/components/Dotted/Dotted'
import { Section } from '@/components/Section/Section'
import { YesNo } from '@/components/YesNo/YesNo'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { witnessWords } from '@/words/witnessWords'

type Item = ResponseOf<'identity.work'>['witness'][number]

const factsOf = ({ madeUp, own, leave, at, reason, by }: Item) => {
  if (leave) return [formatDay(at), reason, '会议开始后请的']
  if (madeUp) return [`${formatDay(at)}由${by}提交`, reason]
  return own ? [formatDay(at), '本人登记'] : [formatDay(at), reason, `${by}补登`]
}

function titleOf(items: readonly Item[]): string {
  const kinds = [
    items.some(({ madeUp, own, leave }) => !madeUp && !own && !leave) && '补登',
    items.some(({ own }) => own) && '本人登记',
    items.some(({ madeUp }) => madeUp) && '补学',
    items.some(({ leave }) => leave) && '请假',
  ]
  return `请您确认${kinds.filter(Boolean).join('、')}`
}

/** Back-fills, make-up studies and late 请假 this person is asked to answer. */
export function Witness({ items }: { items: ResponseOf<'identity.work'>['witness'] }) {
  const { run, busy } = useCloudAction('checkin.witness')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  if (items.length === 0 && !refusal) return null
  const say = async (factId: string, agree: boolean) => {
    const outcome = await run({ factId, agree })
    setRefusal(outcome.ok ? undefined : outcome)
  }
  return (
    <View id="witness">
      <Section title={titleOf(items)} right={`${items.length} 条`} />
      <Card className="work-list">
        {items.map((item, index) => (
          <View key={item.factId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Asked item={item} busy={busy} onSay={(agree) => void say(item.factId, agree)} />
          </View>
        ))}
      </Card>
      <RefusalNote refusal={refusal} onRead={() => setRefusal(undefined)} />
    </View>
  )
}

interface AskedProps {
  item: Item
  busy: boolean
  onSay: (agree: boolean) => void
}
function Asked({ item, busy, onSay }: AskedProps) {
  const { factId, name, title } = item
  return (
    <View className="work-witness" id={`witness-${factId}`}>
      <View className="work-witness-title">
        <Dotted parts={[name, title]} />
      </View>
      <View className="work-witness-sub">
        <Dotted parts={factsOf(item)} />
      </View>
      <YesNo
        {...witnessWords(item)}
        ids={{ yes: `witness-yes-${factId}`, no: `witness-no-${factId}` }}
        busy={busy}
        onSay={onSay}
      />
    </View>
  )
}
