import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '@/components/classes'
import { Icon } from '@/components/Icon/Icon'
import { LinkText } from '@/components/LinkText/LinkText'
import { StepNumber } from '@/components/StepNumber/StepNumber'
import type { SetupStep } from '../logic/setupSteps'
import './SetupStepRow.css'

interface Props {
  step: SetupStep
  number: number
  /** The one to be done now: it alone is open. */
  atHand: boolean
  last: boolean
  onLook: () => void
  /** What the open step needs. */
  children?: ReactNode
}

/** One of the steps: done with a number and 看看, at hand and open, or still to come. */
export function SetupStepRow({ step, number, atHand, last, onLook, children }: Props) {
  const { key, title, text, done } = step
  return (
    <View className="setup-step" id={`step-${key}`}>
      {!last && <View className="setup-line" />}
      <StepNumber className={done ? 'setup-n-done' : atHand ? 'setup-n-now' : undefined}>
        {done ? <Icon name="check" tone="on" size={16} /> : number}
      </StepNumber>
      <View className={classes('grow', !last && 'setup-body')}>
        <View className="setup-head">
          <View className={classes('t-body', atHand ? 'b' : 'm', !done && !atHand && 'c2')}>{title}</View>
          {done && key !== 'meeting' && (
            <LinkText id={`look-${key}`} onTap={onLook}>
              看看
            </LinkText>
          )}
        </View>
        <View className="t-sub c2">{text}</View>
        {atHand && children}
      </View>
    </View>
  )
}
