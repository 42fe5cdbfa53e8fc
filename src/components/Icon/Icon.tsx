import { View } from '@tarojs/components'
import { classes } from '../classes'
import './Icon.css'

export const iconNames = [
  'aa',
  'ask',
  'bell',
  'bld',
  'book',
  'cal',
  'card',
  'check',
  'clock',
  'cloudup',
  'copy',
  'cup',
  'deed',
  'doc',
  'down',
  'down2',
  'edit',
  'eye',
  'filter',
  'flag',
  'full',
  'hall',
  'heart',
  'home',
  'horn',
  'info',
  'lect',
  'left',
  'list',
  'lock',
  'mic',
  'minus',
  'mirror',
  'moon',
  'msg',
  'off',
  'phone',
  'pin',
  'plus',
  'qr',
  'right',
  'scan',
  'search',
  'seed',
  'shield',
  'sun',
  'table',
  'talk',
  'tool',
  'trash',
  'umb',
  'undo',
  'up',
  'user',
  'users',
  'visit',
  'work',
  'x',
] as const
export type IconName = (typeof iconNames)[number]
export type Tone = 'ink' | 'ink2' | 'ink3' | 'line' | 'on' | 'red' | 'pine' | 'ochre' | 'blue' | 'sel'
export type IconSize = 16 | 18 | 20 | 22 | 24 | 28 | 32 | 40 | 56

interface Props {
  name: IconName
  tone: Tone
  size?: IconSize
}

/** A picture without words: what it means stands beside it as text. `sel` exists for the five tabs only. */
export function Icon({ name, tone, size = 24 }: Props) {
  return <View className={classes('icon', `icon-${size}`, `icon-${name}`, `tone-${tone}`)} />
}
