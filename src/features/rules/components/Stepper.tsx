import { View } from '@tarojs/components'
import { classes } from '@/components/classes'
import { Icon } from '@/components/Icon/Icon'
import { aria } from '@/platform/aria'
import './Stepper.css'

interface Props {
  value: number
  least: number
  most: number
  /** What is counted: 次/月. */
  unit: string
  onChange: (value: number) => void
  /** Of the number; its buttons are `<id>-less` and `<id>-more`. */
  id: string
}

/** A small number, changed by one. */
export function Stepper({ value, least, most, unit, onChange, id }: Props) {
  const step = (name: 'less' | 'more', to: number) => {
    const off = to < least || to > most
    return (
      <View
        className={classes('stepper-b', off && 'stepper-off')}
        id={`${id}-${name}`}
        hoverClass={off ? 'none' : 'pressed'}
        onClick={off ? undefined : () => onChange(to)}
        {...aria(name === 'less' ? '减少一次' : '增加一次', 'button')}
      >
        <Icon name={name === 'less' ? 'minus' : 'plus'} tone={off ? 'ink3' : 'ink'} size={22} />
      </View>
    )
  }
  return (
    <View className="stepper">
      {step('less', value - 1)}
      <View className="stepper-n" id={id} {...aria(`${value} ${unit}`)}>
        {value}
      </View>
      {step('more', value + 1)}
      <View className="stepper-u">{unit}</View>
    </View>
  )
}
