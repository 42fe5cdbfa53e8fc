import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Sheet } from '@/components/Sheet/Sheet'
import './ReasonSheet.css'

interface Props<K extends string> {
  open: boolean
  title: string
  text: string
  /** None: only to be confirmed. */
  choices: readonly { key: K; label: string }[]
  button: string
  busy: boolean
  onClose: () => void
  /** Called with a choice; without choices, with nothing. */
  onChoose: (key: K | undefined) => void
}

/** A sentence, a few chips, one button. */
export function ReasonSheet<K extends string>(props: Props<K>) {
  const { open, title, text, choices, button, busy, onClose, onChoose } = props
  const [chosen, setChosen] = useState<K>()
  const close = () => {
    setChosen(undefined)
    onClose()
  }
  const ready = choices.length === 0 || chosen !== undefined
  return (
    <Sheet
      open={open}
      onClose={close}
      title={title}
      footer={
        <Button
          id="reason-confirm"
          grow
          busy={busy}
          disabledBecause={ready ? undefined : '请选原因'}
          onTap={() => {
            onChoose(chosen)
            setChosen(undefined)
          }}
        >
          {button}
        </Button>
      }
    >
      <View className="reason-text">{text}</View>
      <View className="reason-chips">
        {choices.map(({ key, label }) => (
          <Chip key={key} id={`reason-${key}`} on={chosen === key} onTap={() => setChosen(key)}>
            {label}
          </Chip>
        ))}
      </View>
    </Sheet>
  )
}
