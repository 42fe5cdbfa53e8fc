import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Cell } from '@/components/Cell/Cell'
import { classes } from '@/components/classes'
import { Icon } from '@/components/Icon/Icon'
import './TickCell.css'

interface Props {
  id: string
  on: boolean
  title: ReactNode
  sub?: string | undefined
  onTap: () => void
}

/** A line of a plan that is chosen or not. */
export const TickCell = ({ on, ...cell }: Props) => (
  <Cell
    {...cell}
    leading={
      <View className={classes('tick-mark', on && 'tick-on')}>
        {on ? <Icon name="check" tone="on" size={16} /> : null}
      </View>
    }
  />
)
