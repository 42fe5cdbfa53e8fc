import { View } from '@tarojs/components'
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
          <View className="steps-n">{index + 1}</View>
          <View className={index === 0 ? 'steps-t' : 'steps-t steps-line'}>
            <View className="t-body m">{title}</View>
            {text && <View className="t-sub c2">{text}</View>}
          </View>
        </View>
      ))}
    </View>
  )
}
