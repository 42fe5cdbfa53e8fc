import { View } from '@tarojs/components'
import { classes } from '../classes'
import './Avatar.css'

interface Props {
  name: string
  large?: boolean
}

/** The surname in a circle. */
export function Avatar({ name, large }: Props) {
  return <View className={classes('ava', large && 'ava-l')}>{name.slice(0, 1)}</View>
}
