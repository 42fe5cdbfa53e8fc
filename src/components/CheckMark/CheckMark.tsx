import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../Icon/Icon'
import './CheckMark.css'

/** Chosen, chosen in part, or not. */
export function CheckMark({ state }: { state: 'all' | 'some' | 'none' }) {
  return (
    <View className={classes('check-mark', state !== 'none' && 'check-on')}>
      {state === 'none' ? null : <Icon name={state === 'all' ? 'check' : 'minus'} tone="on" size={16} />}
    </View>
  )
}
