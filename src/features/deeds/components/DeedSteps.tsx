import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon/Icon'
import { StepNumber } from '@/components/StepNumber/StepNumber'
import './DeedSteps.css'

const steps = ['认领', '办理', '办结', '确认'] as const

/** 认领 → 办理 → 办结 → 确认 of a deed in hand: the first is done, the second at work. */
export function DeedSteps() {
  return (
    <View className="deed-steps">
      {steps.map((step, index) => (
        <View key={step} className={`deed-step ${stateAt(index)}`}>
          <StepNumber className="deed-step-n">
            {index < AT ? <Icon name="check" tone="on" size={18} /> : index + 1}
          </StepNumber>
          <View className="deed-step-t">{step}</View>
        </View>
      ))}
    </View>
  )
}

/** 办理 */
const AT = 1

const stateAt = (index: number): string =>
  index < AT ? 'deed-step-done' : index === AT ? 'deed-step-now' : ''
