import { View } from '@tarojs/components'
import type { PhoneRefusal } from '@/cloud/outcome'
import { Button } from '@/components/Button/Button'
import { CaseNumber } from '@/components/CaseNumber/CaseNumber'
import { Sheet } from '@/components/Sheet/Sheet'
import { wordsFor } from '@/words/refusals'
import './RefusedSheet.css'

interface Props {
  refusal: PhoneRefusal | undefined
  onClose: () => void
  /** Holds what is typed against the version somebody else has saved. */
  onAgain: () => void
  busy: boolean
}

/** What was refused and what to do now, wherever on the long page one is; what is typed stays. */
export function RefusedSheet({ refusal, onClose, onAgain, busy }: Props) {
  if (!refusal) return null
  const { title, text, next, number } = wordsFor(refusal)
  return (
    <Sheet
      open
      id={`refused-${refusal.reason}`}
      title={title}
      onClose={onClose}
      footer={
        refusal.reason === 'rule_changed' ? (
          <Button id="look-again" grow busy={busy} onTap={onAgain}>
            对照最新一版看一遍
          </Button>
        ) : (
          <Button kind="outline" id="refusal-read" grow onTap={onClose}>
            知道了
          </Button>
        )
      }
    >
      <View className="refused-text">{`${text}。${next}。`}</View>
      <CaseNumber number={number} />
    </Sheet>
  )
}
