import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Sheet } from '@/components/Sheet/Sheet'
import type { MeetingMove } from '@/features/activity/hooks/useMeetingState'

/** What is asked before it is done. */
export type Change = Extract<MeetingMove, 'closed' | 'cancelled'>

interface Props {
  asked: Change | undefined
  unregistered: number
  busy: boolean
  onClose: () => void
  onConfirm: (change: Change) => void
}

const words: Record<Change, { title: string; button: string; text: (unregistered: number) => string }> = {
  closed: {
    title: '结束登记',
    button: '结束登记',
    text: (unregistered) =>
      unregistered > 0
        ? `还有 ${unregistered} 人未登记。结束后可以补登，也可以重新开始登记。`
        : '应到的同志都有登记或请假。结束后可以重新开始登记。',
  },
  cancelled: {
    title: '取消这次活动',
    button: '取消活动',
    text: () => '取消后，已有的登记不计入，活动不能恢复。',
  },
}

export function ChangeStateSheet({ asked, unregistered, busy, onClose, onConfirm }: Props) {
  if (!asked) return null
  const { title, button, text } = words[asked]
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      footer={
        <Button id="change-confirm" grow busy={busy} onTap={() => onConfirm(asked)}>
          {button}
        </Button>
      }
    >
      <View className="meeting-ask">{text(unregistered)}</View>
    </Sheet>
  )
}
