import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon, type IconName } from '../Icon/Icon'
import { idOf } from '../idOf'
import './LinkText.css'

interface Props {
  /** Absent inside a Picker, which hears the tap itself. */
  onTap?: () => void
  id?: string
  /** Before the words. */
  icon?: IconName
  /** After the words: where it leads. */
  arrow?: 'down' | 'up' | 'right'
  children: ReactNode
}

export function LinkText({ onTap, id, icon, arrow, children }: Props) {
  return (
    <View className="link" {...idOf(id)} hoverClass="pressed" {...(onTap && { onClick: onTap })}>
      {icon && <Icon name={icon} tone="blue" size={18} />}
      {children}
      {arrow && <Icon name={arrow} tone="blue" size={16} />}
    </View>
  )
}
