import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MyExemptions } from '@domain/contract/roster'
import { addDays, dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { DayField } from '@/components/DayField/DayField'
import { Divider } from '@/components/Divider/Divider'
import { LinkText } from '@/components/LinkText/LinkText'
import { Sheet } from '@/components/Sheet/Sheet'
import { orTell } from '@/words/orTell'
import './AskSheet.css'

type Kind = MyExemptions['kinds'][number]

interface Props {
  kinds: readonly Kind[]
  first?: Kind['category'] | undefined
  onClose: () => void
}

/** 说明情况: a kind and two dates. There is no field for anything else. */
export function AskSheet({ kinds, first, onClose }: Props) {
  const today = dayOf(now())
  const [category, setCategory] = useState(first)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState<string>()
  const { runOnce, busy } = useCloudAction('roster.askExemption')
  const kind = kinds.find((each) => each.category === category)
  const send = async () => {
    if (!category) return
    if (await orTell(runOnce({ category, from, ...(to && { to }) }))) onClose()
  }
  const begin = (day: string) => {
    setFrom(day)
    if (to && to < day) setTo(undefined)
  }
  return (
    <Sheet
      open
      id="ask-sheet"
      title="说明情况"
      onClose={onClose}
      footer={
        <Button
          id="ask-send"
          grow
          busy={busy}
          disabledBecause={category ? undefined : '先选一种情况'}
          onTap={() => void send()}
        >
          提交
        </Button>
      }
    >
      <View className="t-body b">哪种情况</View>
      <View className="chips mt8">
        {kinds.map(({ category: each, label }) => (
          <Chip key={each} id={`kind-${each}`} on={each === category} onTap={() => setCategory(each)}>
            {label}
          </Chip>
        ))}
      </View>
      {kind && (
        <View className="t-sub c2 mt12" id="ask-lifts">
          {kind.duties.length > 0
            ? `不作硬性要求的有：${kind.duties.map(({ label }) => label).join('、')}。`
            : '组织活动在流入地参加，照样计入。'}
        </View>
      )}
      <View className="ask-days">
        <DayField label="从" id="ask-from" value={from} start={addDays(today, -365)} onChange={begin} />
        <Divider inset={16} />
        <DayField label="到" id="ask-to" value={to} start={from} placeholder="不定" onChange={setTo} />
      </View>
      {to && (
        <LinkText id="ask-open" onTap={() => setTo(undefined)}>
          到哪天还说不准
        </LinkText>
      )}
      <View className="t-sub c2 mt12">不用写原因，不用交证明材料。答复以后适用。</View>
    </Sheet>
  )
}
