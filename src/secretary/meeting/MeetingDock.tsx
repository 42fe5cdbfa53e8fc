import { View } from '@tarojs/components'
import { isUnopened } from '@domain/activity/isUnopened'
import type { Board } from '@domain/contract/activity'
import { now } from '@/cloud/clock'
import { Button } from '@/components/Button/Button'
import { OpenRegistration } from '@/features/activity/components/OpenRegistration'
import type { BackfillDraft } from '@/features/activity/hooks/useBackfill'
import type { Roll } from '@/features/activity/logic/rollCall'
import { open } from '@/navigation/navigate'
import type { Change } from './ChangeStateSheet'

export type MeetingTab = 'code' | 'roll' | 'backfill'

interface Props {
  board: Board
  roll: Roll
  tab: MeetingTab
  draft: BackfillDraft
  busy: boolean
  onTab: (tab: MeetingTab) => void
  onBig: () => void
  onOpen: () => void
  onAsk: (change: Change) => void
  onHeld: () => void
}

/** The next step for this view and state; at most one red button. */
export function MeetingDock(props: Props) {
  const { board, tab, onTab, onBig, onOpen, onAsk, busy } = props
  if (isUnopened(board, now()))
    return board.late ? <EnterLate {...props} /> : <WasItHeld busy={busy} onAsk={onAsk} />
  if (board.state === 'published')
    return <OpenRegistration opensAt={board.opensAt} busy={busy} onOpen={onOpen} />
  const isOver = board.state === 'closed' || board.state === 'recorded'
  if (isOver && tab === 'backfill') return <BackfillButton draft={props.draft} />
  if (board.state === 'closed' && board.late && tab === 'roll') {
    return <RollDone {...props} onDone={() => onTab('code')} />
  }
  if (board.state === 'closed') {
    return (
      <>
        {mayReopen(board) ? (
          <Button kind="outline" id="reopen" busy={busy} onTap={onOpen}>
            重新开始
          </Button>
        ) : null}
        <Button id="to-record" grow onTap={() => open('record', { id: board.id })}>
          会议记录
        </Button>
      </>
    )
  }
  if (board.state === 'recorded') {
    return (
      <Button kind="outline" id="to-record" grow onTap={() => open('record', { id: board.id })}>
        会议记录
      </Button>
    )
  }
  if (board.state !== 'open') return null
  if (tab === 'roll') return <RollDone {...props} onDone={() => onTab('code')} />
  return (
    <>
      <Button kind="outline" icon="full" id="big" onTap={onBig}>
        放大投屏
      </Button>
      <Button kind="outline" grow id="close-registration" busy={busy} onTap={() => onAsk('closed')}>
        结束登记
      </Button>
    </>
  )
}

/** Closed, by whomever, it may be opened again until the record stands; what is entered from a list is not run. */
const mayReopen = ({ late }: Board): boolean => late === undefined

/** Over, and nobody was registered: it stays to be settled until one of the two is said. */
function WasItHeld({ busy, onAsk }: Pick<Props, 'busy' | 'onAsk'>) {
  return (
    <>
      <Button kind="outline" id="not-held" busy={busy} onTap={() => onAsk('not_held')}>
        没有开成
      </Button>
      <Button id="was-held" grow busy={busy} onTap={() => onAsk('held')}>
        开成了
      </Button>
    </>
  )
}

/** A 补录 that was announced says already that it took place. */
function EnterLate({ busy, onAsk, onHeld }: Props) {
  return (
    <>
      <Button kind="outline" id="not-held" busy={busy} onTap={() => onAsk('not_held')}>
        没有开成
      </Button>
      <Button id="enter-late" grow busy={busy} onTap={onHeld}>
        补点到会的人
      </Button>
    </>
  )
}

/** Who is still to be settled; nobody is: who was there and who was not. */
function rollSummary(registered: number, { groups, totals }: Roll): string {
  const open = groups.reduce((sum, group) => sum + group.open, 0)
  const missing = totals.expected - registered
  if (open > 0) return `已登记 ${registered}，还有 ${open} 人`
  return missing > 0 ? `到 ${registered}，没到 ${missing}` : `已登记 ${registered}，没有漏登`
}

function RollDone({ board, roll, onDone }: Props & { onDone: () => void }) {
  const { registered } = roll.totals
  return (
    <>
      <View className="meeting-dock-text" id="roll-summary">
        <View className="meeting-dock-title">{rollSummary(registered, roll)}</View>
        <View className="meeting-dock-sub">
          {board.late ? '打勾即保存，另一位同志确认后计入' : '打勾即保存，与扫码效力相同'}
        </View>
      </View>
      <Button id="roll-done" onTap={onDone}>
        完成
      </Button>
    </>
  )
}

function BackfillButton({ draft }: { draft: BackfillDraft }) {
  const { mode, memberIds, reason, witnessId, witnessName, busy } = draft
  if (mode === 'paper') {
    return (
      <Button
        id="backfill-submit"
        grow
        busy={busy}
        disabledBecause={memberIds.length === 0 ? '请选人' : undefined}
        onTap={() => void draft.submit()}
      >
        {memberIds.length > 1 ? `补登 ${memberIds.length} 人` : '补登'}
      </Button>
    )
  }
  const missing =
    memberIds.length === 0 ? '请选人' : reason === '' ? '请选原因' : witnessId ? undefined : '没有可确认的人'
  return (
    <Button id="backfill-submit" grow busy={busy} disabledBecause={missing} onTap={() => void draft.submit()}>
      {witnessName ? `提交，请${witnessName}确认` : '提交'}
    </Button>
  )
}
