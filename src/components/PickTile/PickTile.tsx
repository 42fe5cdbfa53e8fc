import { View } from '@tarojs/components'
import { ariaTicked } from '@/platform/aria'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon/Icon'
import { idOf } from '../idOf'
import './PickTile.css'

interface Props {
  icon: IconName
  label: string
  on: boolean
  onTap: () => void
  id?: string
}

/** One of a few things to tick, two in a row: they stand in a `pick-tiles` box. */
export function PickTile({ icon, label, on, onTap, id }: Props) {
  return (
    <View className="pick-slot">
      <View
        className={classes('pick', on && 'pick-on')}
        {...idOf(id)}
        {...ariaTicked(label, on)}
        hoverClass="pressed"
        onClick={onTap}
      >
        <Icon name={icon} tone={on ? 'red' : 'ink2'} size={28} />
        <View className="pick-label">{label}</View>
        {on && (
          <View className="pick-check">
            <Icon name="check" tone="red" size={18} />
          </View>
        )}
      </View>
    </View>
  )
}
