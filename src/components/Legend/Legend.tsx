import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { idOf } from '../idOf'
import './Legend.css'

/** In a narrow table: nothing on record, or nothing asked. */
export const EmptySign = ({ is }: { is: 'none' | 'free' }) => <View className={`sign-${is}`} />

interface Props {
  id?: string
  items: readonly { key: string; sign: ReactNode; text: string }[]
}

/** Under a table of signs: what those mean that are in it. */
export const Legend = ({ id, items }: Props) => (
  <View className="legend" {...idOf(id)}>
    {items.map(({ key, sign, text }) => (
      <View className="legend-item" key={key}>
        <View className="legend-sign">{sign}</View>
        {text}
      </View>
    ))}
  </View>
)
