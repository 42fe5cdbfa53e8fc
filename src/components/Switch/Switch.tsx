import { Switch as TaroSwitch, View } from '@tarojs/components'
import { aria, switchOf } from '@/platform/aria'
import { idOf } from '../idOf'
import './Switch.css'

interface Props {
  on: boolean
  onChange: (on: boolean) => void
  /** What is switched. */
  label: string
  id?: string
}

export function Switch({ on, onChange, label, id }: Props) {
  return (
    <View className="switch" {...aria(label)}>
      <TaroSwitch
        {...idOf(id)}
        {...switchOf(label)}
        checked={on}
        color="#2E8768"
        onChange={(event) => onChange(event.detail.value)}
      />
    </View>
  )
}
