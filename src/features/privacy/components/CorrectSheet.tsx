import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RequestOf } from '@domain/contract/actions'
import { correctionLabels } from '@domain/privacy/correctionLabels'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { LongText } from '@/components/LongText/LongText'
import { Sheet } from '@/components/Sheet/Sheet'
import { orTell } from '@/words/orTell'

type Field = RequestOf<'privacy.correct'>['field']

const LONGEST = 60

/** 申请更正: what is wrong and how it should be; the secretary sets it right. */
export function CorrectSheet({ onClose }: { onClose: () => void }) {
  const [field, setField] = useState<Field>()
  const [text, setText] = useState('')
  const { runOnce, busy } = useCloudAction('privacy.correct')
  const missing = !field ? '先选哪一项' : !text.trim() ? '写一句怎么改' : undefined
  const send = async () => {
    if (field && (await orTell(runOnce({ field, text: text.trim() })))) onClose()
  }
  return (
    <Sheet
      open
      id="correct-sheet"
      title="申请更正"
      onClose={onClose}
      footer={
        <Button id="correct-send" grow busy={busy} disabledBecause={missing} onTap={() => void send()}>
          请支部更正
        </Button>
      }
    >
      <View className="t-body b">哪一项不对</View>
      <View className="chips mt8">
        {(Object.keys(correctionLabels) as Field[]).map((each) => (
          <Chip key={each} id={`field-${each}`} on={each === field} onTap={() => setField(each)}>
            {correctionLabels[each]}
          </Chip>
        ))}
      </View>
      <View className="t-body b mt16 mb8">应该是什么</View>
      <LongText
        id="correct-text"
        value={text}
        maxlength={LONGEST}
        placeholder="如：党小组应为第二党小组"
        onChange={setText}
      />
      <View className="t-sub c2 mt12">由党支部书记核对后修改，处理情况在这一页看得到。</View>
    </Sheet>
  )
}
