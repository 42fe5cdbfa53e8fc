import type { DutyLine } from '@domain/contract/progress'
import type { DoneBy } from '@domain/contract/words'
import { isOver } from '@domain/time/period'
import { Button } from '@/components/Button/Button'
import { backfillDays } from '@/features/household/logic/backfillDays'
import { useExcuse } from '@/features/messages/hooks/useExcuse'
import { openDuty } from '@/navigation/dutyPage'

const labels: Partial<Record<DoneBy, string>> = {
  visit: '去走访登记',
  service: '看社区服务',
  deed: '办实事',
  meeting: '看活动安排',
}

export interface When {
  now: number
  /** The first day of which something may still be entered. */
  enterFrom: string | undefined
}

/** What is over can no more be gone to; a visit may still be entered until the fifth workday. */
const mayEnterLate = ({ doneBy, period }: DutyLine, { now, enterFrom }: When): boolean =>
  doneBy === 'visit' && backfillDays(now, enterFrom).from <= period.to

export const hasWays = (line: DutyLine, when: When): boolean =>
  isOver(line.period, when.now) ? mayEnterLate(line, when) : line.doneBy in labels

/** Only while the month's service is still open, or to take back what was said. */
function Excuse({ line: { dutyId, state, notOwed, period } }: { line: DutyLine }) {
  const { excuse, busy } = useExcuse(dutyId, period.key)
  const excused = notOwed === 'excused'
  if (!excused && state !== 'missing' && state !== 'planned') return null
  return (
    <Button kind="outline" id="why-excuse" busy={busy} onTap={() => void excuse(!excused)}>
      {excused ? '撤回说明' : '因故不能参加'}
    </Button>
  )
}

interface Props {
  line: DutyLine
  when: When
  onLeave: () => void
}

/** From the reasons of a number to where it is done; a visit may also be entered afterwards. Nothing for what the branch ticks. */
export function DutyWays({ line, when, onLeave }: Props) {
  const { doneBy } = line
  const over = isOver(line.period, when.now)
  const go = (late: boolean) => {
    onLeave()
    openDuty(doneBy, late)
  }
  return (
    <>
      {mayEnterLate(line, when) && (
        <Button kind="outline" id="why-backfill" grow={over} onTap={() => go(true)}>
          补登走访
        </Button>
      )}
      {!over && doneBy === 'service' && <Excuse line={line} />}
      {!over && (
        <Button grow id="why-go" onTap={() => go(false)}>
          {labels[doneBy]}
        </Button>
      )}
    </>
  )
}
