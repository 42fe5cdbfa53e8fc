import { Picker } from '@tarojs/components'
import { LinkText } from '@/components/LinkText/LinkText'
import { periodChoice } from '../logic/countyTable'

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
      <LinkText id={id} arrow="down">
        {label}
      </LinkText>
    </Picker>
  )
}
