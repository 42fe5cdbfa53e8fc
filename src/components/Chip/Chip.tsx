import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../classes'
import { idOf } from '../idOf'
import './Chip.css'

interface Props {
  on?: boolean
  onTap: () => void
  id?: string
  children: ReactNode
}

export function Chip({ on, onTap, id, children }: Props) {
  return (
    <View className={classes('chip', on && 'chip-on')} {...idOf(id)} hoverClass="pressed" onClick={onTap}>
      {children}
    </View>
  )
}
