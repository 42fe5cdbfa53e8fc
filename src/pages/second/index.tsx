import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'

export default function Second() {
  const { params } = useRouter()
  return (
    <View className="proof">
      <Text id="param">n={params.n ?? ''}</Text>
    </View>
  )
}
