import { View } from '@tarojs/components'
import { Note } from '@/components/Note/Note'

/** The request was answered with no: what to look at before asking again. */
export function Declined() {
  return (
    <View className="mb12">
      <Note tone="miss" icon="info" id="bind-declined">
        上次的申请没有通过，可能是同名，或填错了支部。请核对后再提交，或当面问一下支部书记。
      </Note>
    </View>
  )
}
