import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon, type IconName, type Tone } from '../Icon/Icon'
import './Tag.css'

interface Props {
  tone: 'done' | 'miss' | 'info' | 'mute' | 'red'
  icon?: IconName
  children: ReactNode
}

const iconTones: Record<Props['tone'], Tone> = {
  done: 'pine',
  miss: 'ochre',
  info: 'blue',
  mute: 'ink2',
  red: 'red',
}

export function Tag({ tone, icon, children }: Props) {
  return (
    <View className={`tag tag-${tone}`}>
      {icon && <Icon name={icon} tone={iconTones[tone]} size={16} />}
      {children}
    </View>
  )
}
