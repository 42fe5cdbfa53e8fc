import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../Icon/Icon'
import { idOf } from '../idOf'
import './RollTile.css'

export type TileState = 'registered' | 'leave' | 'unregistered' | 'absent'

interface Props {
  name: string
  state: TileState
  /** 扫码, 点名, 未登记, 预备 · 未登记 */
  note: string
  /** Somebody says otherwise: to be looked at again. */
  doubted?: boolean
  onTap: () => void
  id: string
}

function Mark({ name, state }: Pick<Props, 'name' | 'state'>) {
  if (state === 'registered') {
    return (
      <View className="tile-m tile-check">
        <Icon name="check" tone="on" size={16} />
      </View>
    )
  }
  if (state === 'leave') return <View className="tile-m tile-off">假</View>
  return <View className="tile-m tile-sur">{name.slice(0, 1)}</View>
}

/** Beyond it a name does not fit beside its mark. */
const SHORT_NAME = 4

/** One person of the roll; a tap is saved at once. */
export function RollTile({ name, state, note, doubted = false, onTap, id }: Props) {
  return (
    <View
      className={classes(
        'tile',
        `tile-${state}`,
        doubted && 'tile-doubted',
        name.length > SHORT_NAME && 'tile-wide',
      )}
      {...idOf(id)}
      hoverClass="pressed"
      onClick={onTap}
    >
      <Mark name={name} state={state} />
      <View className="tile-t">
        <View className="tile-n">{name}</View>
        <View className="tile-s">{note}</View>
      </View>
    </View>
  )
}
