import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../classes'
import { idOf } from '../idOf'
import './Card.css'

interface Props {
  pad?: boolean
  className?: string
  id?: string
  children: ReactNode
}

export function Card({ pad, className, id, children }: Props) {
  return (
    <View className={classes('card', pad && 'card-pad', className)} {...idOf(id)}>
      {children}
    </View>
  )
}
