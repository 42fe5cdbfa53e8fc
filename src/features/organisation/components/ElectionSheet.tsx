import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon/Icon'
import { LookAgain } from '@/components/LookAgain/LookAgain'
import { Note } from '@/components/Note/Note'
import type { electionWords } from '../logic/electionWords'
import './ChangePreview.css'

interface Props {
  words: ReturnType<typeof electionWords>
  busy: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Who holds which post from the day on and who no longer does, before it is saved. */
export function ElectionSheet({ words, busy, onClose, onConfirm }: Props) {
  return (
    <LookAgain id="elect" open title="请核对" yes="确认保存" busy={busy} onClose={onClose} onYes={onConfirm}>
      <View className="cp-sentence">{words.sentence}</View>
      {words.holding.map((line) => (
        <View className="cp-line" key={line}>
          <Icon name="check" tone="pine" size={20} />
          <View className="grow">{line}</View>
        </View>
      ))}
      {words.ending.map((line) => (
        <View className="cp-line" key={line}>
          <Icon name="info" tone="ochre" size={20} />
          <View className="grow">{line}</View>
        </View>
      ))}
      <Note tone="info" icon="undo">
        保存以后不能取消。选错了，再办一次改选或补选。
      </Note>
    </LookAgain>
  )
}
