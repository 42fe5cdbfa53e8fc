import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '../Icon/Icon'
import { idOf } from '../idOf'
import './Field.css'

interface Props {
  label: string
  children: ReactNode
  chevron?: boolean
  onTap?: () => void
  id?: string
  /** What is wrong with it, in a sentence. */
  wrong?: string
}

export function Field({ label, children, chevron, onTap, id, wrong }: Props) {
  return (
    <View {...idOf(id)} hoverClass={onTap ? 'pressed' : 'none'} onClick={onTap}>
      <View className="field">
        <View className="field-k">{label}</View>
        <View className="field-v">{children}</View>
        {chevron && <Icon name="right" tone="line" size={20} />}
      </View>
      {wrong && <View className="field-wrong">{wrong}</View>}
    </View>
  )
}
