import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../classes'
import './Chip.css'

interface Props {
  on?: boolean
  onTap: () => void
  id?: string
  children: ReactNode
}

export function Chip({ on, onTap, id, children }: Props) {
  return (
    <View className={classes('chip', on && 'chip-on')} id={id} hoverClass="pressed" onClick={onTap}>
      {children}
    </View>
  )
}
