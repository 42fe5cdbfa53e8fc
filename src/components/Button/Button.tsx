import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon, type IconName, type Tone } from '../Icon/Icon'
import { idOf } from '../idOf'
import './Button.css'

interface Props {
  kind?: 'primary' | 'outline' | 'sunk'
  small?: boolean
  id?: string
  onTap: () => void
  /** Says why it cannot be tapped now; shown in the button. */
  disabledBecause?: string
  busy?: boolean
  icon?: IconName
  /** Takes the free width of its row. */
  grow?: boolean
  children: ReactNode
}

const tones: Record<NonNullable<Props['kind']>, Tone> = { primary: 'on', outline: 'ink', sunk: 'ink' }

/** Primary is the one solid red button of a screen. */
export function Button({
  kind = 'primary',
  small,
  id,
  onTap,
  disabledBecause,
  busy,
  icon,
  grow,
  children,
}: Props) {
  const off = Boolean(disabledBecause)
  const name = classes(
    'btn',
    `btn-${kind}`,
    small && 'btn-s',
    off && 'btn-off',
    busy && 'btn-busy',
    grow && 'btn-grow',
  )
  return (
    <View className={name} {...idOf(id)} hoverClass="pressed" onClick={off || busy ? undefined : onTap}>
      {icon && <Icon name={icon} tone={off ? 'ink2' : tones[kind]} size={small ? 20 : 22} />}
      <Text className="btn-t">{children}</Text>
      {off && <Text className="btn-why">{disabledBecause}</Text>}
    </View>
  )
}
