import type { ReactNode } from 'react'
import { Button } from '../Button/Button'
import { Sheet } from '../Sheet/Sheet'

interface Props {
  open: boolean
  title: string
  /** What the yes does: 确认成册. */
  yes: string
  busy: boolean
  onClose: () => void
  onYes: () => void
  /** Prefix of the ids: `confirm-sheet`, `confirm-not-yet`, `confirm-yes`. */
  id: string
  children: ReactNode
}

/** What cannot be taken back, shown once more before it is done: 再看看, or yes. */
export function LookAgain({ open, title, yes, busy, onClose, onYes, id, children }: Props) {
  return (
    <Sheet
      id={`${id}-sheet`}
      open={open}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button kind="outline" id={`${id}-not-yet`} onTap={onClose}>
            再看看
          </Button>
          <Button id={`${id}-yes`} grow busy={busy} onTap={onYes}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  )
}
