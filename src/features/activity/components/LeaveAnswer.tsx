import { useCloudAction } from '@/cloud/useCloudAction'
import { YesNo } from '@/components/YesNo/YesNo'
import { showRefusal } from '@/words/showRefusal'
import { witnessWords } from '@/words/witnessWords'

interface Props {
  factId: string
  memberId: string
  onAnswered?: () => void
}

/** Yes or no to a 请假 that was asked for once the meeting had begun. */
export function LeaveAnswer({ factId, memberId, onAnswered }: Props) {
  const { run, busy } = useCloudAction('checkin.witness')
  const say = async (agree: boolean) => {
    const outcome = await run({ factId, agree })
    if (outcome.ok) onAnswered?.()
    else showRefusal(outcome)
  }
  const ids = { yes: `leave-yes-${memberId}`, no: `leave-no-${memberId}` }
  return <YesNo {...witnessWords({ leave: true })} ids={ids} busy={busy} onSay={(agree) => void say(agree)} />
}
