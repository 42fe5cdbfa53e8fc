import { Picker, View } from '@tarojs/components'
import { addDays, type Day, dayOf } from '@domain/time/day'
import { formatClock, formatDay, formatWeekday } from '@domain/time/format'
import { now } from '@/cloud/clock'
import { Field } from '../Field/Field'
import { Icon } from '../Icon/Icon'
import { instantOf, timeOf } from './pickerTimes'
import './WhenField.css'

interface Props {
  startsAt: number
  endsAt: number
  onStart: (startsAt: number) => void
  /** `HH:mm` of the day it starts. */
  onEnd: (time: string) => void
  /** First day that can be chosen, inclusive; absent: today. */
  from?: Day
  /** Last one, inclusive; absent: a year ahead. */
  until?: Day
  wrong?: string | undefined
}

/** A day, from, to: one line of a form. */
export function WhenField({ startsAt, endsAt, onStart, onEnd, from, until, wrong }: Props) {
  const today = dayOf(now())
  const day = dayOf(startsAt)
  const first = from ?? today
  return (
    <Field label="时间" id="field-when" {...(wrong ? { wrong } : {})}>
      <View className="when">
        <Picker
          mode="date"
          value={day}
          start={day < first ? day : first}
          end={until ?? addDays(today, 365)}
          onChange={(event) => onStart(instantOf(event.detail.value, timeOf(startsAt)))}
        >
          <View className="when-pick" id="plan-date">{`${formatDay(day)} ${formatWeekday(day)}`}</View>
        </Picker>
        <View className="when-clock">
          <Picker
            mode="time"
            value={timeOf(startsAt)}
            onChange={(event) => onStart(instantOf(day, event.detail.value))}
          >
            <View className="when-pick" id="plan-start">
              {formatClock(startsAt)}
            </View>
          </Picker>
          <View className="when-to">至</View>
          <Picker mode="time" value={timeOf(endsAt)} onChange={(event) => onEnd(event.detail.value)}>
            <View className="when-pick" id="plan-end">
              {formatClock(endsAt)}
              <Icon name="right" tone="line" size={20} />
            </View>
          </Picker>
        </View>
      </View>
    </Field>
  )
}
