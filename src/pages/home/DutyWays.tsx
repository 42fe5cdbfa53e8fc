import type { DutyLine } from '@domain/contract/progress'
import { Button } from '@/components/Button/Button'
import { useExcuse } from '@/features/messages/hooks/useExcuse'
import { openDuty } from '@/platform/dutyPage'

const labels: Record<string, string> = {
  household_visit: '去走访登记',
  community_service: '看社区服务',
  practical_deed: '我的实事',
  member_study: '看活动安排',
}

export const hasWays = ({ dutyId }: Pick<DutyLine, 'dutyId'>): boolean => dutyId in labels

/** Only while the month's service is still open, or to take back what was said. */
function Excuse({ line: { state, notOwed, period } }: { line: DutyLine }) {
  const { excuse, busy } = useExcuse(period.key)
  const excused = notOwed === 'excused'
  if (!excused && state !== 'missing' && state !== 'planned') return null
  return (
    <Button kind="outline" id="why-excuse" busy={busy} onTap={() => void excuse(!excused)}>
      {excused ? '撤回说明' : '因故不能参加'}
    </Button>
  )
}

/** From the reasons of a number to where it is done; a visit may also be entered afterwards. Nothing for what the branch ticks. */
export function DutyWays({ line, onLeave }: { line: DutyLine; onLeave: () => void }) {
  const { dutyId } = line
  const go = (late: boolean) => {
    onLeave()
    openDuty(dutyId, late)
  }
  return (
    <>
      {dutyId === 'household_visit' && (
        <Button kind="outline" id="why-backfill" onTap={() => go(true)}>
          补登走访
        </Button>
      )}
      {dutyId === 'community_service' && <Excuse line={line} />}
      <Button grow id="why-go" onTap={() => go(false)}>
        {labels[dutyId]}
      </Button>
    </>
  )
}
