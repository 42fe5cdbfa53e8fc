import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../Icon/Icon'
import { idOf } from '../idOf'
import './Cell.css'

interface Props {
  title: ReactNode
  sub?: ReactNode
  right?: ReactNode
  leading?: ReactNode
  chevron?: boolean
  onTap?: () => void
  id?: string
  className?: string
}

export function Cell({ title, sub, right, leading, chevron, onTap, id, className }: Props) {
  return (
    <View
      className={classes('cell', className)}
      {...idOf(id)}
      hoverClass={onTap ? 'pressed' : 'none'}
      onClick={onTap}
    >
      {leading}
      <View className="grow">
        <View className="cell-t">{title}</View>
        {sub !== undefined && <View className="cell-s">{sub}</View>}
      </View>
      {right !== undefined && <View className="cell-r">{right}</View>}
      {chevron && <Icon name="right" tone="line" size={20} />}
    </View>
  )
}
