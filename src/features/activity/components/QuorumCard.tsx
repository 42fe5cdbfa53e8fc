import { useState } from 'react'
import { Picker, View } from '@tarojs/components'
import { quorum, type Vote } from '@domain/activity/quorum'
import { Card } from '@/components/Card/Card'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { QuorumBar } from '@/components/QuorumBar/QuorumBar'
import './QuorumCard.css'

const votes: { vote: Vote; label: string }[] = [
  { vote: 'ordinary', label: '一般事项表决' },
  { vote: 'admission', label: '接收、转正表决' },
  { vote: 'election', label: '选举' },
]

interface Props {
  entitled: number
  present: number
  probationary: number
}

/** Only at a 支部党员大会. Both numbers stand together: whether a vote may be taken, and how many must agree. */
export function QuorumCard({ entitled, present, probationary }: Props) {
  const [chosen, setChosen] = useState(0)
  const { vote, label } = votes[chosen] ?? { vote: 'ordinary' as const, label: '一般事项表决' }
  const { canVote, presentNeeded, passNeeded } = quorum(vote, entitled, present)
  return (
    <Card className="quorum-card" id="quorum">
      <View className="quorum-head">
        <View className="quorum-title">有表决权党员</View>
        <Picker
          mode="selector"
          range={votes.map((each) => each.label)}
          value={chosen}
          onChange={(event) => setChosen(Number(event.detail.value))}
        >
          <View className="quorum-vote" id="quorum-vote">
            {label}
            <Icon name="down" tone="blue" size={16} />
          </View>
        </Picker>
      </View>
      <QuorumBar entitled={entitled} present={present} presentNeeded={presentNeeded} />
      <View className="quorum-say" id="quorum-say">
        {canVote ? (
          <Note tone="done" icon="check">
            {`可以表决；通过须 ${passNeeded} 人赞成`}
          </Note>
        ) : (
          <Note tone="mute" icon="info">
            {`再到 ${presentNeeded - present} 人，可以表决`}
          </Note>
        )}
      </View>
      {probationary > 0 ? (
        <View className="quorum-out">{`预备党员 ${probationary} 人没有表决权，不计入`}</View>
      ) : null}
    </Card>
  )
}
