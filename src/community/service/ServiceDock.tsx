import { isUnopened } from '@domain/activity/isUnopened'
import type { ServiceBoard } from '@domain/contract/service'
import { now } from '@/cloud/clock'
import { Button } from '@/components/Button/Button'
import { CheckDock } from '@/components/CheckList/CheckList'
import type { Ticked } from '@/components/CheckList/useTicked'
import { OpenRegistration } from '@/features/activity/components/OpenRegistration'

export type ServiceTab = 'code' | 'confirm' | 'paper'

interface Props {
  board: ServiceBoard
  tab: ServiceTab
  ticked: Ticked
  busy: boolean
  onOpen: () => void
  onBig: () => void
  onClose: () => void
  onConfirm: () => void
  onNotHeld: () => void
  onHeld: () => void
}

/** The next step for this view and state; at most one red button. */
export function ServiceDock(props: Props) {
  const { board, tab, ticked, busy, onOpen, onBig, onClose, onConfirm } = props
  if (tab === 'confirm') {
    return (
      <CheckDock
        ticked={ticked}
        busy={busy}
        label={(count) => (count > 0 ? `确认 ${count} 人到场` : '确认到场')}
        onConfirm={onConfirm}
      />
    )
  }
  if (isUnopened(board, now())) return <WasItHeld {...props} />
  if (board.state === 'published')
    return <OpenRegistration opensAt={board.opensAt} busy={busy} onOpen={onOpen} />
  if (board.state === 'closed' && board.late) return null
  if (board.state === 'closed') {
    return (
      <Button kind="outline" grow id="reopen" busy={busy} onTap={onOpen}>
        重新开始登记
      </Button>
    )
  }
  return (
    <>
      <Button kind="outline" icon="full" id="big" onTap={onBig}>
        放大投屏
      </Button>
      <Button kind="outline" grow id="close-registration" busy={busy} onTap={onClose}>
        结束登记
      </Button>
    </>
  )
}

/** Over, and nobody was registered: it stays to be settled until one of the two is said. */
function WasItHeld({ busy, onNotHeld, onHeld }: Props) {
  return (
    <>
      <Button kind="outline" id="not-held" busy={busy} onTap={onNotHeld}>
        没有举行
      </Button>
      <Button id="was-held" grow busy={busy} onTap={onHeld}>
        举行了，记名单
      </Button>
    </>
  )
}

/** Whether this view has a next step in this state. */
export function hasDock({ state, pending, late }: ServiceBoard, tab: ServiceTab): boolean {
  if (tab === 'paper') return false
  if (tab === 'confirm') return pending.length > 0
  return state === 'published' || state === 'open' || (state === 'closed' && !late)
}
