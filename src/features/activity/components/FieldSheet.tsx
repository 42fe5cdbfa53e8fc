import type { ReactNode } from 'react'
import { Button } from '@/components/Button/Button'
import { Sheet } from '@/components/Sheet/Sheet'

interface Props {
  title: string
  busy: boolean
  /** Whether it was taken: only then the sheet closes. */
  onSave: () => Promise<boolean>
  onClose: () => void
  children: ReactNode
}

/** One field of a record, opened to be changed. */
export function FieldSheet({ title, busy, onSave, onClose, children }: Props) {
  const save = async () => {
    if (await onSave()) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      footer={
        <Button id="field-save" grow busy={busy} onTap={() => void save()}>
          写入记录
        </Button>
      }
    >
      {children}
    </Sheet>
  )
}
