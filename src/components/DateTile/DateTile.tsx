import { View } from '@tarojs/components'
import { clockOf } from '@domain/time/day'
import { formatWeekday } from '@domain/time/format'
import { classes } from '../classes'
import './DateTile.css'

interface Props {
  at: number
  now: number
}

/** The day of an activity; away from the running month its month stands where the weekday would. */
export function DateTile({ at, now }: Props) {
  const day = clockOf(at)
  const today = clockOf(now)
  const sameMonth = day.year === today.year && day.month === today.month
  const isToday = sameMonth && day.date === today.date
  const below = isToday ? '今天' : sameMonth || at > now ? formatWeekday(at) : `${day.month}月`
  return (
    <View className={classes('date', isToday && 'date-today')}>
      <View className="date-d">{day.date}</View>
      <View className="date-w">{below}</View>
    </View>
  )
}
