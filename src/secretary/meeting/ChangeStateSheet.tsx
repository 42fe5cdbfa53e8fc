import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CancelReason } from '@domain/contract/words'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Sheet } from '@/components/Sheet/Sheet'

/** What is asked before it is done. not_held: it is over, and did not take place; held: it did, and nobody was registered. */
export type Change = 'closed' | 'cancelled' | 'not_held' | 'held'

interface Props {
  asked: Change | undefined
  unregistered: number
  /** Whether a second person has to confirm what is entered from now on. */
  late: boolean
  /** Of a joint meeting: a branch's part of it, or the whole, whose parts go with it. */
  joint: 'part' | 'whole' | undefined
  busy: boolean
  onClose: () => void
  onConfirm: (change: Change, reason?: CancelReason) => void
}

const leaving = {
  title: '本支部不参加',
  button: '不参加',
  text: () => '本支部的这一场取消，不能恢复，不计入本支部；其他支部照常。',
}

const words: Record<Change, { title: string; button: string; text: (props: Props) => string }> = {
  closed: {
    title: '结束登记',
    button: '结束登记',
    text: ({ unregistered, joint }) =>
      (unregistered > 0
        ? `还有 ${unregistered} 人未登记。结束后可以补登，也可以重新开始登记。`
        : '应到的同志都有登记或请假。结束后可以重新开始登记。') +
      (joint === 'whole' ? '联合开展的其他支部一起结束。' : ''),
  },
  cancelled: {
    title: '取消这次活动',
    button: '取消活动',
    text: ({ joint }) =>
      `取消后，已有的登记不计入，活动不能恢复。${joint === 'whole' ? '其他支部还没结束的，一起取消。' : ''}`,
  },
  not_held: {
    title: '没有开成',
    button: '没有开成',
    text: () => '这一场不计入，不能恢复。原因是',
  },
  held: {
    title: '开成了',
    button: '补点到会的人',
    text: ({ late }) =>
      late
        ? '先补点到会的人，再由另一位同志确认。确认以后计入，一直标“补录”。'
        : '按纸质名单补点到会的人，与扫码效力相同。',
  },
}

const reasons: Record<CancelReason, string> = {
  postponed: '改期另开',
  too_few: '人没到齐',
  merged: '和别的会合开',
  other: '其他原因',
}
const keys = Object.keys(reasons) as CancelReason[]

export function ChangeStateSheet(props: Props) {
  const { asked, busy, onClose, onConfirm } = props
  const [reason, setReason] = useState<CancelReason>()
  if (!asked) return null
  const { title, button, text } = asked === 'cancelled' && props.joint === 'part' ? leaving : words[asked]
  const close = () => {
    setReason(undefined)
    onClose()
  }
  return (
    <Sheet
      open
      onClose={close}
      title={title}
      footer={
        <Button
          id="change-confirm"
          grow
          busy={busy}
          disabledBecause={asked === 'not_held' && !reason ? '请选原因' : undefined}
          onTap={() => onConfirm(asked, reason)}
        >
          {button}
        </Button>
      }
    >
      <View className="meeting-ask">{text(props)}</View>
      {asked === 'not_held' ? (
        <View className="meeting-reasons">
          {keys.map((key) => (
            <Chip key={key} id={`cancel-${key}`} on={reason === key} onTap={() => setReason(key)}>
              {reasons[key]}
            </Chip>
          ))}
        </View>
      ) : null}
    </Sheet>
  )
}
