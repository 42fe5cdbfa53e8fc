import type { ResponseOf } from '@domain/contract/actions'
import { Button } from '@/components/Button/Button'
import type { RecordActions } from '@/features/activity/hooks/useRecord'

type MeetingRecord = ResponseOf<'activity.record'>

interface DockProps {
  record: MeetingRecord
  actions: RecordActions
  onAsk: () => void
  onTakeBack: () => void
}
const waitsForSecond = ({ late }: MeetingRecord): boolean => late !== undefined && late.state !== 'confirmed'

/** The next step of the record; at most one red button. */
export function RecordDock({ record, actions, onAsk, onTakeBack }: DockProps) {
  const open = record.unsettled.length
  if (record.state === 'recorded') {
    return (
      <>
        {record.mayTakeBack ? (
          <Button kind="outline" id="take-back" onTap={onTakeBack}>
            收回
          </Button>
        ) : null}
        <Button kind="outline" id="backfill-recorded" grow onTap={() => actions.toBackfill()}>
          补登漏登的同志
        </Button>
      </>
    )
  }
  if (record.state !== 'closed') return null
  return (
    <Button
      id="confirm-record"
      grow
      busy={actions.busy}
      disabledBecause={
        waitsForSecond(record) ? '等另一位同志确认' : open > 0 ? `还有 ${open} 人未定` : undefined
      }
      onTap={onAsk}
    >
      确认成册
    </Button>
  )
}
