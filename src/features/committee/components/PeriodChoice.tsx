import { Picker, View } from '@tarojs/components'
import { Icon } from '@/components/Icon/Icon'
import { periodChoice } from '../logic/countyTable'
import './PeriodChoice.css'

interface Props {
  periods: readonly string[]
  value: string
  onChange: (key: string) => void
  id: string
  /** What the link says. */
  label: string
}

/** One of the periods there is a roll-up of. */
export function PeriodChoice({ periods, value, onChange, id, label }: Props) {
  return (
    <Picker
      mode="selector"
      range={periods.map(periodChoice)}
      value={Math.max(0, periods.indexOf(value))}
      onChange={(event) => onChange(periods[Number(event.detail.value)] ?? value)}
    >
      <View className="period-choice" id={id}>
        {label}
        <Icon name="down" tone="blue" size={16} />
      </View>
    </Picker>
  )
}
