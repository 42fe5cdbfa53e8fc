import { View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon/Icon'
import './Seg.css'

interface Props<K extends string> {
  items: readonly { key: K; label: string; icon?: IconName }[]
  value: K
  onChange: (key: K) => void
}

/** Two to four views of the same thing. Items carry the id `seg-<key>`. */
export function Seg<K extends string>({ items, value, onChange }: Props<K>) {
  return (
    <View className="seg">
      {items.map(({ key, label, icon }) => (
        <View
          key={key}
          id={`seg-${key}`}
          className={classes('seg-i', key === value && 'seg-on')}
          onClick={() => onChange(key)}
        >
          {icon && <Icon name={icon} tone={key === value ? 'ink' : 'ink2'} size={20} />}
          {label}
        </View>
      ))}
    </View>
  )
}
