import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import type { ReopenReason } from '@domain/contract/words'
import { formatDay } from '@domain/time/format'
import { ReasonSheet } from '@/features/activity/components/ReasonSheet'
import { VoteSheet } from '@/features/activity/components/VoteSheet'
import type { RecordActions } from '@/features/activity/hooks/useRecord'
import { freshVote } from '@/features/activity/logic/recordFields'
import { reopenLabels } from '@/words/reopenLabels'

type MeetingRecord = ResponseOf<'activity.record'>

interface VoteAtProps {
  record: MeetingRecord
  index: number
  actions: RecordActions
  onClose: () => void
}

/** One vote of the record, or a new one behind them. */
export function VoteAt({ record, index, actions, onClose }: VoteAtProps) {
  const votes = record.votes ?? []
  const known = votes[index]
  const put = async (changed: typeof votes) => {
    if (await actions.amend({ votes: changed })) onClose()
  }
  return (
    <VoteSheet
      first={known ?? freshVote(record)}
      busy={actions.busy}
      onSave={(vote) =>
        void put(known ? votes.map((one, at) => (at === index ? vote : one)) : [...votes, vote])
      }
      {...(known && { onRemove: () => void put(votes.filter((_, at) => at !== index)) })}
      onClose={onClose}
    />
  )
}

const reopenChoices = (Object.keys(reopenLabels) as ReopenReason[]).map((key) => ({
  key,
  label: reopenLabels[key],
}))

/** 收回: the record may be changed again; that it was recorded, and why it was taken back, stays. */
export function TakeBackSheet({
  open,
  actions,
  onClose,
}: {
  open: boolean
  actions: RecordActions
  onClose: () => void
}) {
  const takeBack = async (reason: ReopenReason) => {
    await actions.takeBack(reason)
    onClose()
  }
  return (
    <ReasonSheet
      open={open}
      title="收回成册"
      text="收回以后可以改，再成册时记为第二次。两次成册和收回的原因都留下。"
      choices={reopenChoices}
      button="收回"
      busy={actions.busy}
      onClose={onClose}
      onChoose={(reason) => reason && void takeBack(reason)}
    />
  )
}

/** Only where there was more than one: each 成册, and why it was taken back. */
export function Recordings({ recordings }: Pick<MeetingRecord, 'recordings'>) {
  const lines = recordings.flatMap(({ at, by, takenBack }, index) => [
    `${formatDay(at)} 第 ${index + 1} 次成册${by ? `，${by}` : ''}`,
    ...(takenBack
      ? [`${formatDay(takenBack.at)} 收回，${takenBack.by}，${reopenLabels[takenBack.reason]}`]
      : []),
  ])
  if (lines.length < 2) return null
  return (
    <View className="record-foot" id="recordings">
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </View>
  )
}
