import { View } from '@tarojs/components'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { showRefusal } from '@/words/showRefusal'
import './LeaveAnswer.css'

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
  return (
    <View className="leave-answer">
      <Button kind="sunk" small grow busy={busy} id={`leave-yes-${memberId}`} onTap={() => void say(true)}>
        同意请假
      </Button>
      <Button kind="sunk" small grow busy={busy} id={`leave-no-${memberId}`} onTap={() => void say(false)}>
        不算请假
      </Button>
    </View>
  )
}
