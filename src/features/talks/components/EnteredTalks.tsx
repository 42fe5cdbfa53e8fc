import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { LinkText } from '@/components/LinkText/LinkText'
import { Section } from '@/components/Section/Section'
import { dayWords, type EnteredTalk, pairWords } from '../logic/talkDraft'

/** Shown at first: of a branch that talks a lot the others are a tap away. */
const FEW = 6

interface Props {
  entered: readonly EnteredTalk[]
  days: { today: string; yesterday: string }
  onTakeBack: (talk: EnteredTalk) => void
}

/** Those that can still be taken back, newest first. */
export function EnteredTalks({ entered, days, onTakeBack }: Props) {
  const [all, setAll] = useState(false)
  if (entered.length === 0) return null
  return (
    <View id="entered">
      <Section title="近期记下的" right="记错了，点一下撤回" />
      <Card>
        {entered.slice(0, all ? undefined : FEW).map((talk) => {
          const key = `${talk.who.id}-${talk.with.id}-${talk.on}`
          return (
            <Cell
              key={key}
              id={`entered-${key}`}
              title={pairWords(talk.who, talk.with)}
              right={dayWords(talk.on, days)}
              chevron
              onTap={() => onTakeBack(talk)}
            />
          )
        })}
      </Card>
      {!all && entered.length > FEW && (
        <LinkText id="entered-all" arrow="down" onTap={() => setAll(true)}>
          {`看全部 ${entered.length} 次`}
        </LinkText>
      )}
    </View>
  )
}
