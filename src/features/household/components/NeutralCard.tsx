import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon/Icon'
import './household.css'

/** What everyone but the linked member sees of a door code: no who, no why, nothing to do. */
export function NeutralCard() {
  return (
    <View className="neutral" id="neutral">
      <View className="neutral-mark">
        <Icon name="card" tone="ink2" size={40} />
      </View>
      <View className="t-h1 mt20">这是一张便民联系卡</View>
      <View className="t-body c2 mt8">里面没有任何个人信息</View>
      <View className="t-body c2">您不用做任何操作，直接关闭就行</View>
    </View>
  )
}
