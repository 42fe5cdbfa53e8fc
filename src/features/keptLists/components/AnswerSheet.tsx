import { useState } from 'react'
import type { Move } from '@domain/contract/keptLists'
import { Button } from '@/components/Button/Button'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Sheet } from '@/components/Sheet/Sheet'
import { TextField } from '@/components/TextField/TextField'

interface Props {
  move: Move
  busy: boolean
  onClose: () => void
  onSend: (answer: string) => void
}

/** The line that goes with a move: 回复. */
export function AnswerSheet({ move: { label, asks = '' }, busy, onClose, onSend }: Props) {
  const [answer, setAnswer] = useState('')
  const said = answer.trim()
  return (
    <Sheet
      open
      title={label}
      onClose={onClose}
      footer={
        <Button
          id="send-answer"
          grow
          busy={busy}
          disabledBecause={said === '' ? `请写${asks}` : undefined}
          onTap={() => onSend(said)}
        >
          {label}
        </Button>
      }
    >
      <TextField
        label={asks}
        inputId="list-answer"
        value={answer}
        maxlength={80}
        placeholder="80 字以内"
        onChange={setAnswer}
      />
      <NoSecrets />
    </Sheet>
  )
}
