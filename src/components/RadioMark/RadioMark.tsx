import { View } from '@tarojs/components'
import { classes } from '../classes'
import './RadioMark.css'

/** One of several: chosen, not chosen, or not to be chosen. */
export const RadioMark = ({ state }: { state: 'on' | 'off' | 'closed' }) => (
  <View className={classes('radio-mark', `radio-${state}`)} />
)
