import { View } from '@tarojs/components'
import { classes } from '../classes'
import './Counts.css'

export interface CountPart {
  /** Carries the id `total-<key>`. */
  key: string
  label: string
  count: number
  tone?: 'pine' | 'blue'
}

interface Props {
  parts: readonly CountPart[]
  big?: boolean | undefined
}

/** Two to four numbers side by side. */
export function Counts({ parts, big }: Props) {
  return (
    <View className={classes('counts', big && 'counts-big')}>
      {parts.map(({ key, label, count, tone }, index) => (
        <View key={key} className={classes('counts-part', index > 0 && 'counts-next')} id={`total-${key}`}>
          <View className={classes('counts-n', tone && `counts-${tone}`)}>{count}</View>
          <View className="counts-l">{label}</View>
        </View>
      ))}
    </View>
  )
}
