import { dayOf } from '@domain/time/day'
import { formatClock, formatDay } from '@domain/time/format'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'

interface Props {
  /** When the doors open (ms). */
  opensAt: number
  busy: boolean
  onOpen: () => void
}

/** 开始登记; before the doors open it says from when. */
export function OpenRegistration({ opensAt, busy, onOpen }: Props) {
  const now = useNow(10_000)
  const when = `${dayOf(now) === dayOf(opensAt) ? '' : `${formatDay(opensAt)} `}${formatClock(opensAt)} 起`
  return (
    <Button
      id="open-registration"
      grow
      busy={busy}
      disabledBecause={now < opensAt ? when : undefined}
      onTap={onOpen}
    >
      开始登记
    </Button>
  )
}
