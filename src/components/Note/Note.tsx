import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon, type IconName, type Tone } from '../Icon/Icon'
import { idOf } from '../idOf'
import './Note.css'

/** How something stands: to be known, open, done, or of no weight. */
export type StandTone = 'info' | 'miss' | 'done' | 'mute'

interface Props {
  tone: StandTone
  icon?: IconName
  id?: string
  action?: { label: string; onTap: () => void; id?: string }
  children: ReactNode
}

const iconTones: Record<Props['tone'], Tone> = { info: 'blue', miss: 'ochre', done: 'pine', mute: 'ink3' }

export function Note({ tone, icon, id, action, children }: Props) {
  return (
    <View className={`note note-${tone}`} {...idOf(id)}>
      {icon && <Icon name={icon} tone={iconTones[tone]} size={20} />}
      <View className="grow">{children}</View>
      {action && (
        <View className="note-a" {...idOf(action.id)} hoverClass="pressed" onClick={action.onTap}>
          {action.label}
        </View>
      )}
    </View>
  )
}
