import { View } from '@tarojs/components'
import type { Board } from '@domain/contract/activity'
import { classes } from '@/components/classes'
import './Totals.css'

interface Props {
  totals: Board['totals']
  big?: boolean
}

/** 应到 已登记 请假 未登记; guests stand apart, they are not expected. */
export function Totals({ totals, big }: Props) {
  const parts = [
    { key: 'expected', label: '应到', count: totals.expected, tone: '' },
    { key: 'registered', label: '已登记', count: totals.registered, tone: 'totals-pine' },
    { key: 'leave', label: '请假', count: totals.onLeave, tone: 'totals-blue' },
    { key: 'unregistered', label: '未登记', count: totals.unregistered, tone: '' },
  ]
  return (
    <View>
      <View className={classes('totals', big && 'totals-big')}>
        {parts.map(({ key, label, count, tone }, index) => (
          <View key={key} className={classes('totals-part', index > 0 && 'totals-next')} id={`total-${key}`}>
            <View className={classes('totals-n', tone)}>{count}</View>
            <View className="totals-l">{label}</View>
          </View>
        ))}
      </View>
      {totals.guests > 0 ? (
        <View className="totals-guests" id="total-guests">{`另有名单外 ${totals.guests} 人`}</View>
      ) : null}
    </View>
  )
}
