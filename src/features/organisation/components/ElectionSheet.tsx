import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { Sheet } from '@/components/Sheet/Sheet'
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
    <Sheet
      id="elect-sheet"
      open
      title="请核对"
      onClose={onClose}
      footer={
        <>
          <Button kind="outline" id="elect-not-yet" onTap={onClose}>
            再看看
          </Button>
          <Button id="elect-yes" grow busy={busy} onTap={onConfirm}>
            确认保存
          </Button>
        </>
      }
    >
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
    </Sheet>
  )
}
