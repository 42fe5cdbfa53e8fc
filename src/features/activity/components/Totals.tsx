import { Text, View } from '@tarojs/components'
import type { Board } from '@domain/contract/activity'
import { classes } from '@/components/classes'
import { Counts } from '@/components/Counts/Counts'
import './Totals.css'

interface Props {
  totals: Board['totals']
  /** The other branches of a joint meeting. */
  joint?: Board['joint']
  big?: boolean
}

/** 应到 已登记 请假 未登记 of the own branch; guests stand apart, they are not expected, and so do the other branches of a joint meeting. */
export function Totals({ totals, joint = [], big }: Props) {
  const parts = [
    { key: 'expected', label: '应到', count: totals.expected },
    { key: 'registered', label: '已登记', count: totals.registered, tone: 'pine' },
    { key: 'leave', label: '请假', count: totals.onLeave, tone: 'blue' },
    { key: 'unregistered', label: '未登记', count: totals.unregistered },
  ] as const
  return (
    <View>
      <Counts parts={parts} big={big} />
      {totals.guests > 0 ? (
        <View className="totals-guests" id="total-guests">{`另有名单外 ${totals.guests} 人`}</View>
      ) : null}
      {joint.map(({ name, expected, registered }) => (
        <View className={classes('totals-guests', big && 'totals-joint-big')} key={name}>
          {name} <Text className="totals-joint-n">{`应到 ${expected}，已登记 ${registered}`}</Text>
        </View>
      ))}
    </View>
  )
}
