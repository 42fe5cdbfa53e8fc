import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './KeyValue.css'

interface Props {
  items: readonly (readonly [key: string, value: ReactNode])[]
}

export function KeyValue({ items }: Props) {
  return (
    <View>
      {items.map(([key, value]) => (
        <View className="kv" key={key}>
          <View className="kv-k">{key}</View>
          <View className="kv-v">{value}</View>
        </View>
      ))}
    </View>
  )
}
