import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AbsenceReason } from '@domain/contract/words'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Chip } from '@/components/Chip/Chip'
import { RollTile } from '@/components/RollTile/RollTile'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { countsOf, countsText, type HeldGroup, type Marks, toggleWhole } from '../logic/heldForm'
import './HeldRoll.css'

interface Props {
  groups: readonly HeldGroup[]
  marks: Marks
  onMarks: (marks: Marks) => void
}

const reasons = Object.keys(absenceLabels) as AbsenceReason[]

/** Who was there: a whole group at once, then a tap on who was not, with the reason on the spot. */
export function HeldRoll({ groups, marks, onMarks }: Props) {
  const [asked, setAsked] = useState<string>()
  const tap = (id: string) => {
    const mark = marks[id]
    if (mark === undefined) onMarks({ ...marks, [id]: 'present' })
    else if (mark === 'present') onMarks({ ...marks, [id]: 'unstated' })
    setAsked(mark === undefined || asked === id ? undefined : id)
  }
  const say = (id: string, mark: 'present' | AbsenceReason) => {
    onMarks({ ...marks, [id]: mark })
    setAsked(undefined)
  }
  return (
    <View id="held-roll">
      {groups.map((group) => (
        <Card className="held-group" key={group.id}>
          <Head group={group} marks={marks} onMarks={onMarks} />
          <View className="tiles">
            {group.people.map(({ id, name }) => {
              const mark = marks[id]
              return (
                <RollTile
                  key={id}
                  id={`held-${id}`}
                  name={name}
                  state={mark === undefined ? 'unregistered' : mark === 'present' ? 'registered' : 'leave'}
                  note={mark === undefined ? '未定' : mark === 'present' ? '到会' : absenceLabels[mark]}
                  onTap={() => tap(id)}
                />
              )
            })}
          </View>
          {group.people.map(({ id, name }) =>
            asked === id ? (
              <View className="held-why" id="held-why" key={id}>
                <View className="held-who">{`${name}没到，原因是`}</View>
                <View className="held-reasons">
                  {reasons.map((reason) => (
                    <Chip
                      key={reason}
                      id={`why-${reason}`}
                      on={marks[id] === reason}
                      onTap={() => say(id, reason)}
                    >
                      {absenceLabels[reason]}
                    </Chip>
                  ))}
                  <Chip id="why-present" onTap={() => say(id, 'present')}>
                    到会
                  </Chip>
                </View>
              </View>
            ) : null,
          )}
        </Card>
      ))}
    </View>
  )
}

function Head({ group: { id, name, people }, marks, onMarks }: Omit<Props, 'groups'> & { group: HeldGroup }) {
  const isWhole = countsOf(people, marks).present === people.length
  return (
    <View className="held-head">
      <View className="held-name">{name}</View>
      <View className="held-count" id={`held-count-${id}`}>
        {countsText(people, marks)}
      </View>
      <Button
        kind="outline"
        small
        id={`whole-${id}`}
        {...(isWhole && { icon: 'check' as const })}
        onTap={() => onMarks(toggleWhole(people, marks))}
      >
        全组都到
      </Button>
    </View>
  )
}
