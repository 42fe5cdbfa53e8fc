import { Button } from '@/components/Button/Button'
import { openDuty } from '@/platform/dutyPage'

const labels: Record<string, string> = {
  household_visit: '去走访登记',
  community_service: '看社区服务',
  practical_deed: '我的实事',
  member_study: '看活动安排',
}

export const hasWays = (dutyId: string): boolean => dutyId in labels

/** From the reasons of a number to where it is done; a visit may also be entered afterwards. Nothing for what the branch ticks. */
export function DutyWays({ dutyId, onLeave }: { dutyId: string; onLeave: () => void }) {
  const label = labels[dutyId]
  if (!label) return null
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
      <Button grow id="why-go" onTap={() => go(false)}>
        {label}
      </Button>
    </>
  )
}
