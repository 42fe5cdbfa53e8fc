import { Picker, View } from '@tarojs/components'
import type { Day } from '@domain/time/day'
import { formatYearDay } from '@domain/time/format'
import { Field } from '../Field/Field'

interface Props {
  label: string
  id: string
  value: Day | undefined
  onChange: (day: Day) => void
  /** Both inclusive. */
  start?: Day
  end?: Day
  placeholder?: string
  wrong?: string
}

/** A day, by the platform's own wheel; without one it stands at the first there may be, else at the last: never at a day nobody meant. */
export function DayField({ label, id, value, onChange, start, end, placeholder = '请选', wrong }: Props) {
  return (
    <Picker
      mode="date"
      value={value ?? start ?? end ?? ''}
      {...(start && { start })}
      {...(end && { end })}
      onChange={(event) => onChange(event.detail.value)}
    >
      <Field label={label} id={id} chevron {...(wrong && { wrong })}>
        {value ? (
          <View className="num">{formatYearDay(value)}</View>
        ) : (
          <View className="ph">{placeholder}</View>
        )}
      </Field>
    </Picker>
  )
}
