import { View } from '@tarojs/components'
import { StepNumber } from '../StepNumber/StepNumber'
import './Steps.css'

interface Props {
  items: readonly { title: string; text?: string }[]
}

/** What to do now, in order. */
export function Steps({ items }: Props) {
  return (
    <View className="steps">
      {items.map(({ title, text }, index) => (
        <View className="steps-i" key={title}>
          <StepNumber>{index + 1}</StepNumber>
          <View className={index === 0 ? 'steps-t' : 'steps-t steps-line'}>
            <View className="t-body m">{title}</View>
            {text && <View className="t-sub c2">{text}</View>}
          </View>
        </View>
      ))}
    </View>
  )
}
