import { View } from '@tarojs/components'
import type { LongPaper } from '@domain/contract/paper'
import { Card } from '@/components/Card/Card'
import { classes } from '@/components/classes'
import { Divider } from '@/components/Divider/Divider'
import { Icon } from '@/components/Icon/Icon'
import type { LongPaperMaking } from '../logic/longPapers'
import { type MakingStep, stepsOf } from '../logic/makingWords'
import './making.css'

const stateWords: Record<MakingStep['state'], string> = { done: '好了', now: '正在做', later: '' }

/** What the paper is made of, and which of it is there. */
export function MakingSteps({ paper, making }: { paper: LongPaper; making: LongPaperMaking }) {
  return (
    <Card id="making-steps">
      {stepsOf(paper, making).map(({ label, state, count }, index) => (
        <View key={label}>
          {index > 0 ? <Divider inset={52} /> : null}
          <View className={classes('making-step', state === 'later' && 'c2')}>
            <View className="making-sign">
              {state === 'done' ? (
                <Icon name="check" tone="pine" size={22} />
              ) : (
                <View className={classes('making-dot', state === 'now' && 'making-dot-now')} />
              )}
            </View>
            <View className="grow">{label}</View>
            <View className="t-sub c2">{count ?? stateWords[state]}</View>
          </View>
        </View>
      ))}
    </Card>
  )
}
