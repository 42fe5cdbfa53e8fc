import { View } from '@tarojs/components'
import './CountBadge.css'

interface Props {
  count: number
}

export function CountBadge({ count }: Props) {
  return count > 0 ? <View className="badge">{count > 99 ? '99+' : count}</View> : null
}
