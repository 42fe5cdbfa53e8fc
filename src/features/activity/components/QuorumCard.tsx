import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { type NotEntitled, quorum } from '@domain/activity/quorum'
import type { Board } from '@domain/contract/activity'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Card } from '@/components/Card/Card'
import { Icon } from '@/components/Icon/Icon'
import { Note } from '@/components/Note/Note'
import { PickField } from '@/components/PickField/PickField'
import { QuorumBar } from '@/components/QuorumBar/QuorumBar'
import { orTell } from '@/words/orTell'
import { countedText, neededText, quorumText, votes } from '../logic/quorumWords'
import './QuorumCard.css'

interface Props {
  activityId: string
  voting: NonNullable<Board['voting']>
  editable: boolean
}

/**
 * Only at a 支部党员大会. Both numbers stand together: whether a vote may be taken, and how many must agree. 应到 is the whole branch; who has no
 * vote is entered as numbers, and how many of them came.
 */
export function QuorumCard({ activityId, voting, editable }: Props) {
  const [chosen, setChosen] = useState(0)
  const { full, present, probationary, notEntitled } = voting
  const { vote, label, basis } = votes[chosen] ?? { vote: 'ordinary' as const, label: '', basis: '' }
  const counted = quorum(vote, { full, ...notEntitled }, present)
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
      <QuorumBar
        entitled={counted.entitled}
        present={counted.present}
        presentNeeded={counted.presentNeeded.strict}
        needed={neededText(counted)}
      />
      <View className="quorum-say" id="quorum-say">
        <Note
          tone={counted.canVote === 'yes' ? 'done' : 'mute'}
          icon={counted.canVote === 'yes' ? 'check' : 'info'}
        >
          {quorumText(vote, counted)}
        </Note>
      </View>
      <View className="quorum-out" id="quorum-counted">
        {countedText({ full, there: present, probationary }, counted)}
      </View>
      {editable ? (
        <NotEntitledFields {...{ activityId, full, notEntitled }} election={vote === 'election'} />
      ) : null}
      <View className="quorum-out" id="quorum-basis">
        {basis}
      </View>
    </Card>
  )
}

interface FieldsProps {
  activityId: string
  full: number
  notEntitled: NotEntitled
  election: boolean
}

/** Of those who came no more than there are. */
const noneTooMany = ({ withoutVote, leftOut, withoutVoteHere = 0, leftOutHere = 0 }: NotEntitled) => ({
  withoutVote,
  leftOut,
  withoutVoteHere: Math.min(withoutVoteHere, withoutVote),
  leftOutHere: Math.min(leftOutHere, leftOut),
})

/** Numbers, no names and no reasons: who they are stays with the branch. */
function NotEntitledFields({ activityId, full, notEntitled, election }: FieldsProps) {
  const { runOnce } = useCloudAction('activity.amend')
  const field = (key: keyof NotEntitled, text: string, most: number) => (
    <PickField
      label={text}
      id={`quorum-${key}`}
      items={Array.from({ length: most + 1 }, (_, n) => ({ id: `${n}`, name: `${n} 人` }))}
      value={`${notEntitled[key] ?? 0}`}
      onChange={(n) => {
        const changed = noneTooMany({ ...notEntitled, [key]: Number(n) })
        void orTell(runOnce({ activityId, notEntitled: changed }))
      }}
    />
  )
  const both = (key: 'withoutVote' | 'leftOut', text: string) => (
    <>
      {field(key, text, full)}
      {notEntitled[key] > 0 ? field(`${key}Here`, '其中到会', notEntitled[key]) : null}
    </>
  )
  return (
    <View className="quorum-fields">
      {both('withoutVote', '无表决权')}
      {election ? both('leftOut', '不计应到') : null}
      {election ? (
        <View className="quorum-out">
          经上级同意、大会通过可以不计入的（依据待核）：不能表达意志的；出国（境）半年以上的；服刑的；长期患病不能自理的；外出半年以上应转未转的；回原籍长期居住的离退休党员。只填人数，不写是谁
        </View>
      ) : null}
    </View>
  )
}
