import { View } from '@tarojs/components'
import { serviceKindLabels } from '@domain/activity/serviceKindLabels'
import type { ServiceForm } from '@domain/contract/service'
import { classes } from '@/components/classes'
import { Icon, type IconName } from '@/components/Icon/Icon'
import { ariaTicked } from '@/platform/aria'
import './ServiceKinds.css'

type ServiceKind = ServiceForm['serviceKind']

const kinds: readonly { kind: ServiceKind; icon: IconName }[] = [
  { kind: 'theme', icon: 'users' },
  { kind: 'daily', icon: 'heart' },
  { kind: 'post', icon: 'tool' },
]

interface Props {
  value: ServiceKind
  onChange: (kind: ServiceKind) => void
}

/** 服务类型: one of three. */
export function ServiceKinds({ value, onChange }: Props) {
  return (
    <View className="service-kinds" id="service-kinds">
      {kinds.map(({ kind, icon }, index) => {
        const on = kind === value
        return (
          <View className={classes('service-slot', index === 0 && 'service-whole')} key={kind}>
            <View
              className={classes('service-kind', on && 'service-kind-on')}
              id={`service-${kind}`}
              hoverClass="pressed"
              onClick={() => onChange(kind)}
              {...ariaTicked(serviceKindLabels[kind], on, 'radio')}
            >
              <Icon name={icon} tone={on ? 'red' : 'ink2'} size={24} />
              <View className="service-kind-label">{serviceKindLabels[kind]}</View>
              {on ? <Icon name="check" tone="red" size={20} /> : null}
            </View>
          </View>
        )
      })}
    </View>
  )
}
